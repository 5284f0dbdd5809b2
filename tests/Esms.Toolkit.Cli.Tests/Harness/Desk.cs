using System.CommandLine;
using Esms.Emulator;

namespace Esms.Cli.Tests;

/// <summary>An emulator, a file with its keys, and the program to call it with.</summary>
public sealed class Desk : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("esms-cli-").FullName;

    private Desk(EsmsEmulator emulator) => Emulator = emulator;

    public EsmsEmulator Emulator { get; }

    /// <summary>A file with keys, as people keep it.</summary>
    public string OptionsFile => Path.Combine(_folder, "esms.json");

    public string Address => Emulator.BaseAddress.AbsoluteUri;

    public static async Task<Desk> StartAsync(EsmsEmulatorOptions? options = null)
    {
        options ??= new EsmsEmulatorOptions();
        options.ApiKey = EsmsProcess.ApiKey;
        options.SecretKey = EsmsProcess.SecretKey;
        options.Clock ??= EmulatorClock.Stopped(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(7)));
        var desk = new Desk(await EsmsEmulator.StartAsync(options, TestContext.Current.CancellationToken));
        desk.WriteOptions(
            $$"""{ "ApiKey": "{{EsmsProcess.ApiKey}}", "SecretKey": "{{EsmsProcess.SecretKey}}", "BaseAddress": "{{desk.Address}}" }"""
        );
        return desk;
    }

    /// <summary>A file of this desk.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void WriteOptions(string json)
    {
        Write("esms.json", json);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(OptionsFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    /// <summary>Runs a command in this process, which is faster by far, with the keys of this desk.</summary>
    public Task<CliResult> CallAsync(params IEnumerable<string> arguments) => RunAsync([.. arguments, "--options-file", OptionsFile]);

    /// <summary>Runs a command in this process, and interrupts it when the emulator has so many more messages.</summary>
    public async Task<CliResult> InterruptAsync(int messages, params IEnumerable<string> arguments)
    {
        Emulator.Faults = new FaultScript
        {
            Rules =
            {
                new FaultRule { Kind = FaultKind.Latency, Delay = TimeSpan.FromMilliseconds(30) },
            },
        };
        messages += Emulator.Messages.Count;
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var run = RunAsync([.. arguments, "--in-flight", "1", "--options-file", OptionsFile], interrupt.Token);
        while (Emulator.Messages.Count < messages && !run.IsCompleted)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        await interrupt.CancelAsync();
        Emulator.Faults = new FaultScript();
        return await run;
    }

    /// <summary>Runs a command in this process, as it stands.</summary>
    public static Task<CliResult> RunAsync(params IEnumerable<string> arguments) => RunAsync([.. arguments], CancellationToken.None);

    private static async Task<CliResult> RunAsync(List<string> arguments, CancellationToken cancellationToken)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await EsmsProgram.RunAsync(arguments, new InvocationConfiguration { Output = output, Error = error }, cancellationToken);
        return new CliResult(code, output.ToString(), error.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        await Emulator.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
