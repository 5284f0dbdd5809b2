using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Esms.Emulator;

/// <summary>
/// eSMS on this machine: a real HTTP server on the loopback interface that checks, accepts, charges, delivers and calls back as the service does.
/// Nothing is sent anywhere.
/// </summary>
public sealed class EsmsEmulator : IAsyncDisposable
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(2);

    private readonly WebApplication _app;

    private EsmsEmulator(WebApplication app) => _app = app;

    /// <summary>The emulator without its server.</summary>
    public EmulatorEngine Engine => _app.Services.GetRequiredService<EmulatorEngine>();

    /// <summary>Where the emulator listens.</summary>
    public Uri BaseAddress => new(_app.Urls.Single());

    /// <summary>Options for a client of the main account, new ones each time.</summary>
    public EsmsOptions Options => OptionsOf(Engine.Accounts[0].Name);

    /// <inheritdoc cref="EmulatorEngine.Messages"/>
    public EmulatedMessageCollection Messages => Engine.Messages;

    /// <inheritdoc cref="EmulatorEngine.Requests"/>
    public IReadOnlyList<ReceivedRequest> Requests => Engine.Requests;

    /// <inheritdoc cref="EmulatorEngine.Clock"/>
    public EmulatorClock Clock => Engine.Clock;

    /// <inheritdoc cref="EmulatorEngine.Actions"/>
    public EmulatorActions Actions => Engine.Actions;

    /// <inheritdoc cref="EmulatorEngine.Faults"/>
    public FaultScript Faults
    {
        get => Engine.Faults;
        set => Engine.Faults = value;
    }

    /// <summary>Starts an emulator; it listens when this returns.</summary>
    /// <param name="options">How; null takes the defaults.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The running emulator. Dispose of it to stop it.</returns>
    /// <exception cref="InvalidDataException">A contract is wrong; the message has the file, the place and the reason.</exception>
    public static async Task<EsmsEmulator> StartAsync(EsmsEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new EsmsEmulatorOptions();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = null; // The emulator has a limit of its own, and answers as it does elsewhere.
            server.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Services.AddEsmsEmulator(options).Configure<HostOptions>(static host => host.ShutdownTimeout = LongestStop);
        var app = builder.Build();
        try
        {
            app.MapEsmsEmulator();
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
            return new EsmsEmulator(app);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Options for a client of one account, new ones each time.</summary>
    /// <param name="account">The name of the account; that of the first is "main".</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentException">There is no such account.</exception>
    public EsmsOptions OptionsOf(string account)
    {
        var found =
            Engine.Accounts.FirstOrDefault(known => known.Name == account)
            ?? throw new ArgumentException($"There is no account {account}.", nameof(account));
        return new EsmsOptions
        {
            ApiKey = found.ApiKey,
            SecretKey = found.SecretKey,
            BaseAddress = BaseAddress,
        };
    }

    /// <inheritdoc cref="EmulatorEngine.AnswerNext"/>
    public void AnswerNext(string operation, string sample) => Engine.AnswerNext(operation, sample);

    /// <inheritdoc cref="EmulatorEngine.SettleAsync"/>
    public Task SettleAsync(CancellationToken cancellationToken = default) => Engine.SettleAsync(cancellationToken);

    /// <summary>
    /// Stops the emulator: pages that are open are told that it ends, and calls that still wait for an answer lose their connections.
    /// </summary>
    /// <returns>Completes when it has stopped.</returns>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    internal Task WaitForShutdownAsync() => _app.WaitForShutdownAsync();
}
