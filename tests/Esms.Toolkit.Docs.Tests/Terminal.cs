using System.CommandLine;
using Esms.Cli;
using Esms.Emulator;

namespace Esms.Docs.Tests;

/// <summary>The command esms in front of an emulator with a stopped clock.</summary>
internal sealed class Terminal : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("esms-terminal-");
    private readonly EsmsEmulator _emulator;

    private Terminal(EsmsEmulator emulator) => _emulator = emulator;

    /// <summary>The id of the first message that was sent, or null.</summary>
    public string? FirstId => _emulator.Messages.FirstOrDefault()?.Id;

    public static async Task<Terminal> OpenAsync()
    {
        var clock = EmulatorClock.Stopped(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(7)));
        return new Terminal(await EsmsEmulator.StartAsync(new() { Clock = clock }, TestContext.Current.CancellationToken));
    }

    /// <summary>Runs a command in this process, and lets a minute pass. A dry run shows the service's own address.</summary>
    public async Task<string> RunAsync(IReadOnlyList<string> words)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        List<string> arguments = words[0] == "contracts" ? InRepository(words) : [.. words, "--options-file", Keys(words.Contains("--dry-run"))];
        var code = await EsmsProgram.RunAsync(
            arguments,
            new InvocationConfiguration { Output = output, Error = error },
            TestContext.Current.CancellationToken
        );
        Assert.True(code == ExitCodes.Success, $"{string.Join(' ', words)}: {code}\n{output}\n{error}");
        _emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        return output.ToString().ReplaceLineEndings("\n").Trim();
    }

    public async ValueTask DisposeAsync()
    {
        await _emulator.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static List<string> InRepository(IReadOnlyList<string> words) =>
        [words[0], .. words.Skip(1).Select(static word => Repository.Entries.Contains(word) ? Repository.PathOf(word) : word)];

    private string Keys(bool ofTheService)
    {
        var file = Path.Combine(_folder.FullName, "esms.json");
        var options = _emulator.Options;
        var address = ofTheService ? "https://rest.esms.vn" : _emulator.BaseAddress.ToString();
        File.WriteAllText(file, $$"""{ "ApiKey": "{{options.ApiKey}}", "SecretKey": "{{options.SecretKey}}", "BaseAddress": "{{address}}" }""");
        return file;
    }
}
