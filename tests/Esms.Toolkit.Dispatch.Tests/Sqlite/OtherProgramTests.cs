using System.Diagnostics;
using Esms.Dispatching.Tests.Harness;
using Esms.Dispatching.Worker;

namespace Esms.Dispatching.Tests.Sqlite;

/// <summary>Other programs open, read and copy the file while an application uses it.</summary>
public sealed class OtherProgramTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [FullRun("needs sqlite3 and python3")]
    [InlineData("sqlite3", "{0}", "select count(*) from messages")]
    [InlineData("python3", "-c", "import sqlite3, sys; c = sqlite3.connect('{0}'); c.execute('select count(*) from messages').fetchall(); c.close()")]
    [InlineData("cp", "{0}", "{0}.backup")]
    public async Task A_look_by_another_program_leaves_the_log_where_it_is(string program, params string[] arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The inode of a file is asked for as on Linux.");
        await using var desk = await Desk.StartAsync();
        await using var app = await desk.StartAppAsync();
        await app.EnqueueAsync(Campaign.Batch("spring", 5));
        await app.ResultsAsync("spring"); // Reads too, so that all connections are open.
        var before = await InodeAsync(desk.OutboxPath + "-wal");

        for (var look = 0; look < 3; look++)
        {
            await RunAsync(program, [.. arguments.Select(argument => argument.Replace("{0}", desk.OutboxPath, StringComparison.Ordinal))]);
            await app.EnqueueAsync(Campaign.Batch($"summer {look}", 2));
            Assert.Equal(2, (await app.ResultsAsync($"summer {look}")).Count);
        }

        Assert.Equal(before, await InodeAsync(desk.OutboxPath + "-wal"));
        Assert.Equal("11", await RunAsync("python3", "-c", Count(desk)));
    }

    [Fact]
    [FullRun("needs stat")]
    public async Task Its_locks_are_held_as_long_as_the_application_has_it_open()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Locks are listed in /proc on Linux.");
        await using var desk = await Desk.StartAsync();
        await using var app = await desk.StartAppAsync();
        await app.EnqueueAsync(Campaign.Batch("spring", 1));
        await app.ResultsAsync("spring");

        // In WAL mode, an open connection keeps a shared lock on the shared memory file; without it, the next one to close deletes the log.
        var inode = await InodeAsync(desk.OutboxPath + "-shm");
        var locks = await File.ReadAllLinesAsync("/proc/locks", Cancellation);

        Assert.Contains(locks, line => line.Contains($":{inode} ", StringComparison.Ordinal));
    }

    [Theory]
    [FullRun("needs a Unix shell")]
    [InlineData("mv", "{0}", "{0}.moved")]
    [InlineData("rm", "{0}")]
    [InlineData("sh", "-c", "cp '{0}' '{0}.copy' && mv '{0}.copy' '{0}'")]
    [InlineData("sh", "-c", ": > '{0}'")]
    [InlineData("rm", "{0}-wal")]
    [InlineData("rm", "{0}-shm")]
    [InlineData("sh", "-c", "cp '{0}-shm' '{0}.copy' && mv '{0}.copy' '{0}-shm'")]
    public async Task What_would_be_lost_is_refused_and_named(string program, params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not let go of a file that is open.");
        await using var desk = await Desk.StartAsync();
        var log = new LogLines();
        await using var app = await desk.StartAppAsync(log: log);
        await app.EnqueueAsync(Campaign.Batch("spring", 3));
        await app.ResultsAsync("spring");

        await RunAsync(program, [.. arguments.Select(argument => argument.Replace("{0}", desk.OutboxPath, StringComparison.Ordinal))]);
        var exception = await Assert.ThrowsAsync<EsmsOutboxLostException>(() => app.EnqueueAsync(Campaign.Batch("summer", 1)));

        Assert.Equal(desk.OutboxPath, exception.Outbox);
        Assert.Contains(desk.OutboxPath, exception.Message, StringComparison.Ordinal);
        await Eventually.IsTrueAsync(() => log.All.Any(line => line.Contains("Nothing is sent from the outbox now", StringComparison.Ordinal)));
        Assert.Equal(3, desk.Esms.Messages.Count);
    }

    [Fact]
    public async Task A_file_that_is_put_back_is_used_again()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not let go of a file that is open.");
        await using var desk = await Desk.StartAsync();
        await using var app = await desk.StartAppAsync();
        await app.EnqueueAsync(Campaign.Batch("spring", 3));
        File.Move(desk.OutboxPath, desk.OutboxPath + ".moved");
        await Assert.ThrowsAsync<EsmsOutboxLostException>(() => app.EnqueueAsync(Campaign.Batch("summer", 1)));

        File.Move(desk.OutboxPath + ".moved", desk.OutboxPath);
        await app.EnqueueAsync(Campaign.Batch("summer", 2));

        Assert.Equal(2, (await app.ResultsAsync("summer")).Count);
    }

    [Fact]
    public async Task One_right_to_send_that_is_deleted_neither_sends_twice_nor_counts_twice()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not let go of a file that is open.");
        await using var desk = await Desk.StartAsync();
        var road = new Road { Length = TimeSpan.FromMilliseconds(300) };
        await using var app = await desk.StartAppAsync(handler: road);
        await app.EnqueueAsync(Campaign.Batch("spring", 60));
        await Eventually.IsTrueAsync(() => road.Calls >= 5);

        File.Delete(desk.OutboxPath + "-worker");
        await using var second = await desk.StartAppAsync();
        var results = await app.ResultsAsync("spring");

        Assert.Equal((60, 60), (results.Count, desk.Esms.Messages.Count));
        Assert.Equal(new EsmsCampaignProgress(60, 60, 0, 0, 0, null), await app.ProgressAsync("spring"));
    }

    private static string Count(Desk desk) =>
        $"import sqlite3; print(sqlite3.connect('file:{desk.OutboxPath}?mode=ro', uri=True).execute('select count(*) from messages').fetchone()[0])";

    private static Task<string> InodeAsync(string path) => RunAsync("stat", "-c", "%i", path);

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        Assert.Equal(0, process.ExitCode);
        return output.Trim();
    }
}
