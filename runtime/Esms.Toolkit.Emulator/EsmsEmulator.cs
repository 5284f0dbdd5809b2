using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Esms.Emulator;

/// <summary>
/// eSMS on this machine: a real HTTP server on the loopback interface that answers as the samples of the contracts say. It checks the
/// keys (code 101), takes every send that has all it needs, and knows the message ids of the samples and of those sends, and no others
/// (code 105). Nothing is sent anywhere.
/// </summary>
public sealed class EsmsEmulator : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly EsmsEmulatorOptions _options;
    private readonly IReadOnlyList<EndpointBehaviour> _behaviours;

    private EsmsEmulator(WebApplication app, EsmsEmulatorOptions options, IReadOnlyList<EndpointBehaviour> behaviours)
    {
        _app = app;
        _options = options;
        _behaviours = behaviours;
    }

    /// <summary>Where the emulator listens.</summary>
    public Uri BaseAddress => new(_app.Urls.Single());

    /// <summary>Options for a client of this emulator, new ones each time.</summary>
    public EsmsOptions Options => new() { ApiKey = _options.ApiKey, SecretKey = _options.SecretKey, BaseAddress = BaseAddress };

    /// <summary>Starts an emulator; it listens when this returns.</summary>
    /// <param name="options">How; null takes the defaults.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The running emulator. Dispose of it to stop it.</returns>
    /// <exception cref="InvalidDataException">A contract is wrong; the message has the file, the place and the reason.</exception>
    public static async Task<EsmsEmulator> StartAsync(EsmsEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new EsmsEmulatorOptions();
        var issued = new IssuedIds();
        var behaviours = ContractLibrary.Load(options.ContractFolder).Select(contract => new EndpointBehaviour(contract, options, issued)).ToList();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Listen(IPAddress.Loopback, options.Port);
        });
        var app = builder.Build();
        app.Run(new EmulatorServer(behaviours).HandleAsync);
        await app.StartAsync(cancellationToken).ConfigureAwait(false);
        return new EsmsEmulator(app, options, behaviours);
    }

    /// <summary>
    /// Tells what the next call of an operation gets, whatever it asks for: a sample of its contract, a refusal for example. Several are
    /// given in turn. Calls with wrong keys are refused as ever.
    /// </summary>
    /// <param name="operation">The operation, such as SendCustomerCare.</param>
    /// <param name="sample">The name of the sample, as the contract has it.</param>
    /// <exception cref="ArgumentException">There is no contract of this operation, or no such sample in it; the message lists those there are.</exception>
    public void AnswerNext(string operation, string sample)
    {
        var behaviour = _behaviours.FirstOrDefault(behaviour => behaviour.Endpoint.Operation == operation)
            ?? throw new ArgumentException($"No contract has the operation {operation}.", nameof(operation));
        if (!behaviour.AnswerNext(sample))
            throw new ArgumentException($"{operation} has no sample with this name; it has: {string.Join(", ", behaviour.Endpoint.Samples.Select(static known => $"\"{known.Name}\""))}.", nameof(sample));
    }

    /// <summary>Stops the emulator.</summary>
    /// <returns>Completes when it has stopped.</returns>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    internal Task WaitForShutdownAsync() => _app.WaitForShutdownAsync();
}
