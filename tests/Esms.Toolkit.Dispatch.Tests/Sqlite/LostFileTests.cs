using System.Diagnostics;
using Esms.Dispatching.Sqlite;
using Esms.Dispatching.Tests.Harness;
using Esms.Dispatching.Tests.Kill;
using Esms.Dispatching.Worker;

namespace Esms.Dispatching.Tests.Sqlite;

/// <summary>Files of an outbox are deleted or replaced while processes use it: what is reported is in the file that the worker reads.</summary>
public sealed class LostFileTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, "-wal", "-shm")]
    [InlineData(0, "-wal")]
    [InlineData(5, "-shm")]
    public async Task Nothing_is_reported_as_enqueued_that_the_process_which_sends_does_not_see(int kept, params string[] deleted)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not let go of a file that is open.");
        await using var desk = await Desk.StartAsync();
        WorkerProcess worker;
        await using (var app = await desk.StartWatcherAsync())
        {
            await app.EnqueueAsync(Campaign.Batch("spring", 5));
            foreach (var suffix in deleted)
                File.Delete(desk.OutboxPath + suffix);
            worker = await WorkerProcess.StartAsync("sqlite", desk.OutboxPath, desk.Esms.BaseAddress);
            for (var row = 0; row < 10; row++)
            {
                var exception = await Assert.ThrowsAsync<EsmsOutboxLostException>(() => app.EnqueueAsync(Campaign.Batch($"summer {row}", 1)));
                Assert.Contains(desk.OutboxPath + deleted[0], exception.Message, StringComparison.Ordinal);
            }
        }
        using (worker)
        {
            // The application that noticed has ended, and has left to the others what is theirs.
            await using var other = await desk.StartWatcherAsync();
            await other.EnqueueAsync(Campaign.Batch("autumn", 7));
            Assert.Equal(7, (await other.ResultsAsync("autumn")).Count);
            Assert.Equal(kept, (await other.ResultsAsync("spring")).Count);
            Assert.Equal($"{kept + 7}\nok", await RunAsync("sqlite3", desk.OutboxPath, "select count(*) from messages; pragma integrity_check"));
        }
    }

    [Fact]
    public async Task What_was_reported_before_the_shared_memory_was_deleted_is_sent_while_enqueueing_goes_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not let go of a file that is open.");
        await using var desk = await Desk.StartAsync();
        var app = await desk.StartWatcherAsync();
        using var first = await WorkerProcess.StartAsync("sqlite", desk.OutboxPath, desk.Esms.BaseAddress);
        var enqueued = 0;
        var enqueueing = Assert.ThrowsAsync<EsmsOutboxLostException>(async () =>
        {
            for (; ; enqueued++)
                await app.EnqueueAsync(EsmsBatch.Of("spring", [new EsmsBatchRow($"{enqueued}", Campaign.Message(enqueued))]));
        });
        await Eventually.IsTrueAsync(() => Volatile.Read(ref enqueued) > 50);

        await first.KillAsync();
        File.Delete(desk.OutboxPath + "-shm");
        using var second = await WorkerProcess.StartAsync("sqlite", desk.OutboxPath, desk.Esms.BaseAddress);
        await enqueueing;
        // Within one process the old shared memory would be used again.
        using (var same = new OutboxFile(desk.OutboxPath))
            Assert.Throws<EsmsOutboxLostException>(same.EnsureInPlace);
        await app.DisposeAsync();
        await using var other = await desk.StartWatcherAsync();
        var results = await other.ResultsAsync("spring");

        // The one that was not reported may be there.
        Assert.InRange(results.Count, enqueued, enqueued + 1);
        Assert.Equal("ok", await RunAsync("sqlite3", desk.OutboxPath, "pragma integrity_check"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-wal")]
    [InlineData("-shm")]
    public async Task What_was_committed_while_the_file_was_lost_is_not_reported(string suffix)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not let go of a file that is open.");
        await using var desk = await Desk.StartAsync();
        using var file = new OutboxFile(desk.OutboxPath);

        var exception = Assert.Throws<EsmsOutboxLostException>(() =>
            file.Write(database =>
            {
                File.Delete(desk.OutboxPath + suffix);
                return database.Execute("INSERT INTO campaigns (name) VALUES ('spring')");
            })
        );

        Assert.Contains(desk.OutboxPath + suffix, exception.Message, StringComparison.Ordinal);
        Assert.IsType<EsmsOutboxLostException>(file.FindProblem());
    }

    [Theory]
    [InlineData("rm", "{0}")]
    [InlineData("mv", "{0}", "{0}.moved")]
    [InlineData("sh", "-c", "cp '{0}' '{0}.copy' && mv '{0}.copy' '{0}'")]
    [InlineData("rm", "{0}-wal")]
    [InlineData("rm", "{0}-shm")]
    public async Task Those_who_read_and_watch_learn_that_the_file_is_gone(string program, params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not let go of a file that is open.");
        await using var desk = await Desk.StartAsync();
        await using var app = await desk.StartWatcherAsync();
        await app.EnqueueAsync(Campaign.Batch("spring", 3));
        await using var watcher = await desk.StartWatcherAsync();
        await using var states = watcher.Dispatcher.WatchAsync("spring", Cancellation).GetAsyncEnumerator(Cancellation);
        Assert.True(await states.MoveNextAsync());
        var results = watcher.ResultsAsync("spring");

        await RunAsync(program, [.. arguments.Select(argument => argument.Replace("{0}", desk.OutboxPath, StringComparison.Ordinal))]);

        var exception = await Assert.ThrowsAsync<EsmsOutboxLostException>(() => states.MoveNextAsync().AsTask());
        Assert.Contains(desk.OutboxPath, exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<EsmsOutboxLostException>(() => results);
    }

    [Fact]
    public async Task A_link_that_leads_elsewhere_now_is_noticed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links ask for rights there.");
        await using var desk = await Desk.StartAsync();
        var link = desk.OutboxPath + ".link";
        File.CreateSymbolicLink(link, desk.OutboxPath);
        using var file = new OutboxFile(link);
        file.EnsureInPlace();
        using var other = new OutboxFile(desk.OutboxPath + ".other");
        other.EnsureInPlace();

        File.Delete(link);
        File.CreateSymbolicLink(link, desk.OutboxPath + ".other");

        Assert.Throws<EsmsOutboxLostException>(file.EnsureInPlace);
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        Assert.Equal(0, process.ExitCode);
        return output.Trim();
    }
}
