using System.Diagnostics;
using System.Globalization;
using Esms.Toolkit.Hostile.Clock;

namespace Esms.Tests.Sending;

/// <summary>
/// A machine whose clock was a day ahead when an answer was lost, and is set right afterwards. By the clock alone, the service would still know the
/// send a day after it has forgotten it. Where there is no libfaketime (the package faketime) it is skipped, except where CI=true.
/// </summary>
[FullRun("needs faketime")]
public sealed class ClockTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clock_that_is_set_back_lets_nothing_be_sent_twice()
    {
        if (FindLibrary() is not { } library)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "There is no libfaketime (the package faketime has it).");
            Assert.Skip("There is no libfaketime (the package faketime has it).");
            return;
        }
        await using var service = await FlakyService.StartAsync(Steps.LoseAnswer);
        var offset = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(offset, "+24h", Cancellation);
            using var process = Start(library, offset, service.Options.BaseAddress!);
            var ahead = await ReadAsync(process);
            await File.WriteAllTextAsync(offset, "+0", Cancellation);
            await process.StandardInput.WriteLineAsync("go on");
            var right = await ReadAsync(process);
            var settling = await process.StandardOutput.ReadLineAsync(Cancellation);
            await process.WaitForExitAsync(Cancellation);

            Assert.True(ahead.Time - right.Time > TimeSpan.FromHours(23), "The clock was not set back.");
            Assert.Equal((true, false), (ahead.CanSettle, right.CanSettle));
            Assert.Equal(
                "eSMS remembers a RequestId for 24 hours, and the clock of this machine was set back, so nobody knows whether these have passed: a repeat of SendCustomerCare may send twice.",
                settling
            );
            Assert.Single(service.Received);
        }
        finally
        {
            File.Delete(offset);
        }
    }

    private static Process Start(string library, string offset, Uri address)
    {
        var program = Path.ChangeExtension(typeof(SetBackRun).Assembly.Location, ".dll");
        var start = new ProcessStartInfo("dotnet", [program, SetBackRun.Verb, address.AbsoluteUri])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["LD_PRELOAD"] = library;
        start.Environment["FAKETIME_TIMESTAMP_FILE"] = offset;
        start.Environment["FAKETIME_NO_CACHE"] = "1";
        // Only the clock that people set: the other one goes on as it does on a real machine.
        start.Environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";
        return Process.Start(start) ?? throw new InvalidOperationException("The process did not start.");
    }

    private static async Task<(DateTimeOffset Time, bool CanSettle)> ReadAsync(Process process)
    {
        var words = (await process.StandardOutput.ReadLineAsync(Cancellation) ?? "nothing").Split(' ');
        return (DateTimeOffset.Parse(words[0], CultureInfo.InvariantCulture), bool.Parse(words[1]));
    }

    private static string? FindLibrary() =>
        Directory.Exists("/usr/lib")
            ? Directory
                .EnumerateDirectories("/usr/lib")
                .Select(static folder => Path.Combine(folder, "faketime", "libfaketimeMT.so.1"))
                .FirstOrDefault(File.Exists)
            : null;
}
