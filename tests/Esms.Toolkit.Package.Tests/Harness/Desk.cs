using Esms.Emulator;

namespace Esms.Toolkit.Package.Tests.Harness;

/// <summary>An emulator that a stranger's program calls.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly EsmsEmulator _emulator;

    private Desk(EsmsEmulator emulator) => _emulator = emulator;

    /// <summary>Address and keys, for a program that takes them as arguments.</summary>
    public string[] Arguments => [_emulator.BaseAddress.AbsoluteUri, _emulator.Options.ApiKey, _emulator.Options.SecretKey];

    /// <summary>The same, as a file of options has them.</summary>
    public string Json => $$"""{ "BaseAddress": "{{Arguments[0]}}", "ApiKey": "{{Arguments[1]}}", "SecretKey": "{{Arguments[2]}}" }""";

    /// <summary>The same, for one that reads its configuration from the environment.</summary>
    public (string Name, string Value)[] Settings =>
        [("Esms__BaseAddress", Arguments[0]), ("Esms__ApiKey", Arguments[1]), ("Esms__SecretKey", Arguments[2])];

    /// <param name="contracts">The folder with the contracts that the service has beside its own.</param>
    public static async Task<Desk> StartAsync(string contracts) =>
        new(await EsmsEmulator.StartAsync(new EsmsEmulatorOptions { ContractFolder = contracts }, TestContext.Current.CancellationToken));

    public ValueTask DisposeAsync() => _emulator.DisposeAsync();
}
