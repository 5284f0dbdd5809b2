using System.Diagnostics;
using Esms.Emulator;

namespace Esms.Cli.Tests;

/// <summary>What needs somebody at a terminal, at a real one: tmux.</summary>
[FullRun("needs tmux")]
public sealed class TerminalTests
{
    private const string Send = "send --to 0901888484 --text '686868 la ma xac minh' --brand Baotrixemay";

    [Fact]
    public async Task Keys_are_asked_for_and_not_shown()
    {
        await using var desk = await Desk.StartAsync();
        await using var terminal = await Terminal.StartAsync($"balance --base-address {desk.Address}");

        await terminal.WaitForAsync("API key:");
        await terminal.TypeAsync(EsmsProcess.ApiKey, "Enter");
        await terminal.WaitForAsync("Secret key:");
        await terminal.TypeAsync(EsmsProcess.SecretKey, "Enter");

        var screen = await terminal.WaitForAsync("ended with 0");
        Assert.Contains("10.000.000 đồng", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("y", "ended with 0", 1)]
    [InlineData("n", "ended with 7", 0)]
    [InlineData("", "ended with 7", 0)]
    public async Task A_send_is_confirmed_first(string answer, string end, int messages)
    {
        await using var desk = await Desk.StartAsync();
        await using var terminal = await Terminal.StartAsync($"{Send} --options-file {desk.OptionsFile}");

        await terminal.WaitForAsync("[y/N]");
        Assert.Empty(desk.Emulator.Requests);
        await terminal.TypeAsync(answer, "Enter");

        await terminal.WaitForAsync(end);
        Assert.Equal(messages, desk.Emulator.Messages.Count);
    }

    [Theory]
    [InlineData("balance", "Nothing was sent.", "ended with 130")]
    [InlineData(Send + " --yes --request-id order-7", "--request-id order-7", "ended with 4")]
    public async Task Ctrl_C_ends_a_call_and_tells_what_is_known(string line, string told, string end)
    {
        await using var desk = await Desk.StartAsync();
        desk.Emulator.Faults = new FaultScript
        {
            Rules =
            {
                new FaultRule { Kind = FaultKind.LateSuccess, Delay = TimeSpan.FromMinutes(1) },
            },
        };
        await using var terminal = await Terminal.StartAsync($"{line} --options-file {desk.OptionsFile}");
        while (desk.Emulator.Requests.Count == 0)
            await Task.Delay(20, TestContext.Current.CancellationToken);

        await terminal.TypeAsync("", "C-c");

        Assert.Contains(told, await terminal.WaitForAsync(end), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_stops_a_file_when_what_is_under_way_has_its_answer_and_the_same_command_goes_on()
    {
        await using var desk = await Desk.StartAsync();
        desk.Emulator.Faults = new FaultScript
        {
            Rules =
            {
                new FaultRule
                {
                    Kind = FaultKind.LateSuccess,
                    Delay = TimeSpan.FromSeconds(8),
                    Times = 1,
                },
            },
        };
        var file = desk.Write("messages.csv", "phone,content\n0901888484,Cam on 1\n0901888485,Cam on 2\n0901888486,Cam on 3\n");
        var command = (string[])["send-many", file, "--brand", "Baotrixemay", "--price", "850", "--in-flight", "1"];
        await using var terminal = await Terminal.StartAsync($"{string.Join(' ', command)} --options-file {desk.OptionsFile}");
        await terminal.WaitForAsync("Send 3 messages (3 SMS, 2.550 đồng) by SendCustomerCare?");
        await terminal.TypeAsync("y", "Enter");
        // It is there, and its answer takes its time.
        while (desk.Emulator.Messages.Count == 0)
            await Task.Delay(10, TestContext.Current.CancellationToken);

        await terminal.TypeAsync("", "C-c");

        var screen = await terminal.WaitForAsync("ended with 130");
        Assert.Contains("Stopping: waits for the answers to what is under way.", screen, StringComparison.Ordinal);
        Assert.Contains("Stopped. The same command goes on from here.", screen, StringComparison.Ordinal);
        Assert.True(screen.Contains("Accepted  1, about 850 đồng", StringComparison.Ordinal), screen);
        Assert.Single(desk.Emulator.Messages);
        (await desk.CallAsync([.. command, "--yes"])).AssertEndsWith(0);
        Assert.Equal(3, desk.Emulator.Messages.Count);
    }

    /// <summary>A command in a terminal of its own.</summary>
    private sealed class Terminal : IAsyncDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

        private readonly string _server = $"esms-{Guid.NewGuid():N}";

        public static async Task<Terminal> StartAsync(string line)
        {
            if (!((string[])["/usr/bin/tmux", "/bin/tmux", "/usr/local/bin/tmux", "/opt/homebrew/bin/tmux"]).Any(File.Exists))
                Assert.Skip("There is no tmux on this machine.");
            var terminal = new Terminal();
            // The shell stays, so that the end of the command can be read.
            await terminal.TmuxAsync(
                "-f",
                "/dev/null",
                "new-session",
                "-d",
                "-x",
                "220",
                "-y",
                "50",
                $"dotnet '{EsmsStart.Assembly}' {line}; echo \"ended with $?\"; cat"
            );
            return terminal;
        }

        public async Task TypeAsync(string text, string key)
        {
            if (text.Length > 0)
                await TmuxAsync("send-keys", "-l", text);
            await TmuxAsync("send-keys", key);
        }

        /// <returns>All that is on the screen.</returns>
        public async Task<string> WaitForAsync(string text)
        {
            var start = Stopwatch.GetTimestamp();
            while (true)
            {
                var screen = await TmuxAsync("capture-pane", "-p", "-J", "-S", "-");
                if (screen.Contains(text, StringComparison.Ordinal))
                    return screen;
                Assert.True(Stopwatch.GetElapsedTime(start) < Patience, $"'{text}' did not come up:\n{screen}");
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        }

        public async ValueTask DisposeAsync() => await TmuxAsync("kill-server");

        private async Task<string> TmuxAsync(params string[] arguments)
        {
            var start = EsmsStart.Of([]);
            start.FileName = "tmux";
            start.ArgumentList.Clear();
            foreach (var argument in (string[])["-L", _server, .. arguments])
                start.ArgumentList.Add(argument);
            using var tmux = Process.Start(start)!;
            tmux.StandardInput.Close();
            var output = await tmux.StandardOutput.ReadToEndAsync();
            await tmux.WaitForExitAsync();
            return output;
        }
    }
}
