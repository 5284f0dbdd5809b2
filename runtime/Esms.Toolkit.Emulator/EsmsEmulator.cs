using Microsoft.Extensions.Logging;

namespace Esms.Emulator;

/// <summary>
/// eSMS on this machine: a real HTTP server on the loopback interface that checks, accepts, charges, delivers and calls back as the service does.
/// Nothing is sent anywhere, and nothing of the program around it is read: no configuration, environment, working folder or signal.
/// </summary>
public sealed class EsmsEmulator : IAsyncDisposable, IDisposable
{
    private readonly EmulatorServer _server;

    private EsmsEmulator(EmulatorEngine engine, int port)
    {
        Engine = engine;
        _server = new EmulatorServer(engine, port);
    }

    /// <summary>The emulator without its server.</summary>
    public EmulatorEngine Engine { get; }

    /// <summary>Where the emulator listens.</summary>
    public Uri BaseAddress => _server.Address;

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
    /// <exception cref="ArgumentException">An option cannot be used; the message names it.</exception>
    public static Task<EsmsEmulator> StartAsync(EsmsEmulatorOptions? options = null, CancellationToken cancellationToken = default) =>
        StartAsync(options ?? new EsmsEmulatorOptions(), logger: null, cancellationToken);

    /// <param name="logger">Where exceptions go; null for nowhere.</param>
    internal static async Task<EsmsEmulator> StartAsync(
        EsmsEmulatorOptions options,
        ILogger<EmulatorEngine>? logger,
        CancellationToken cancellationToken
    )
    {
        var emulator = new EsmsEmulator(new EmulatorEngine(options, logger), options.Port);
        try
        {
            await emulator._server.StartAsync(cancellationToken).ConfigureAwait(false);
            return emulator;
        }
        catch
        {
            await emulator.DisposeAsync().ConfigureAwait(false);
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
        await _server.DisposeAsync().ConfigureAwait(false);
        Engine.Dispose();
    }

    /// <summary>Does what <see cref="DisposeAsync"/> does, and waits for it.</summary>
    public void Dispose() => Task.Run(() => DisposeAsync().AsTask()).GetAwaiter().GetResult();
}
