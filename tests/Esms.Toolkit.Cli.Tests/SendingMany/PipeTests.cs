using System.Diagnostics;

namespace Esms.Cli.Tests.SendingMany;

/// <summary>Files that are no files: what other programs write into <c>esms send-many</c>.</summary>
public sealed class PipeTests : IDisposable
{
    private const string Csv = "phone,content\n0901888484,Cam on 1\n0901888485,Cam on 2\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("esms-pipe-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/dev/stdin")]
    [InlineData("-")]
    public async Task The_standard_input_is_read_and_its_rows_are_sent_once(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such files.");
        await using var desk = await Desk.StartAsync();
        string[] command = ["send-many", name, "--brand", "Baotrixemay", "--yes", "--options-file", desk.OptionsFile];

        Assert.Contains("--outbox is missing", (await EsmsProcess.RunAsync(command, Csv)).AssertEndsWith(2).Error, StringComparison.Ordinal);
        command = [.. command, "--outbox", Path.Combine(_folder, "pipe.outbox")];
        (await EsmsProcess.RunAsync(command, Csv)).AssertEndsWith(0);
        (await EsmsProcess.RunAsync(command, Csv)).AssertEndsWith(0);

        Assert.Equal(["Cam on 1", "Cam on 2"], desk.Emulator.Messages.Select(static message => message.Content).Order(StringComparer.Ordinal));
        Assert.Contains(
            "standard input(2), phone: this is no phone number.",
            (await EsmsProcess.RunAsync(command, "phone,content\nx,hi\n")).AssertEndsWith(2).Error,
            StringComparison.Ordinal
        );
        Assert.Contains("standard input is empty.", (await EsmsProcess.RunAsync(command)).AssertEndsWith(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    [FullRun("needs bash")]
    public async Task What_a_shell_hands_over_is_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such files.");
        await File.WriteAllTextAsync(Path.Combine(_folder, "m.csv"), Csv, Cancellation);

        var (code, output) = await BashAsync($"dotnet '{EsmsStart.Assembly}' send-many <(cat '{_folder}/m.csv') --brand B --dry-run 2>&1");

        Assert.True(code == 0, output);
        Assert.Contains("Total     2 ", output, StringComparison.Ordinal);
    }

    [Fact]
    [FullRun("needs bash")]
    public async Task A_pipe_that_nobody_writes_to_is_left_by_Ctrl_C()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such files.");

        var (code, output) = await BashAsync(
            $"mkfifo '{_folder}/fifo'; timeout --preserve-status -k 60 -s INT 3 env --default-signal=INT dotnet '{EsmsStart.Assembly}' send-many '{_folder}/fifo' --brand B --dry-run 2>&1"
        );

        Assert.True(code == ExitCodes.Canceled, $"{code}: {output}");
        Assert.Equal("Cancelled. Nothing was sent.\n", output);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<(int Code, string Output)> BashAsync(string script)
    {
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true })!;
        var output = await bash.StandardOutput.ReadToEndAsync(Cancellation);
        await bash.WaitForExitAsync(Cancellation);
        return (bash.ExitCode, output);
    }
}
