using System.Diagnostics;
using Esms.Dispatching.Sqlite;
using Esms.Dispatching.Tests.Harness;
using Esms.Dispatching.Worker;

namespace Esms.Dispatching.Tests.Sqlite;

/// <summary>What an outbox finds at its path: other names of the same file, and what is left of an outbox that is lost.</summary>
public sealed class PlaceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_with_two_names_is_used_under_neither_of_them()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Made by another program there.");
        await using var desk = await Desk.StartAsync();
        var second = desk.OutboxPath + ".second";
        var log = new LogLines();
        await using var app = await desk.StartAppAsync(log: log);
        await app.EnqueueAsync(Campaign.Batch("spring", 3));
        await app.ResultsAsync("spring");

        await RunAsync("ln", desk.OutboxPath, second);
        using var file = new OutboxFile(second);
        var refused = Assert.Throws<IOException>(file.EnsureInPlace);
        var noticed = await Assert.ThrowsAsync<IOException>(() => app.EnqueueAsync(Campaign.Batch("summer", 2)));

        Assert.Contains($"{second} has another name", refused.Message, StringComparison.Ordinal);
        Assert.Throws<IOException>(file.Hold);
        Assert.False(File.Exists(second + "-wal"), "It was opened before it was refused.");
        Assert.Contains($"{desk.OutboxPath} has another name", noticed.Message, StringComparison.Ordinal);
        await Eventually.IsTrueAsync(() => log.All.Any(static line => line.Contains("has another name", StringComparison.Ordinal)));

        File.Delete(second);
        await app.EnqueueAsync(Campaign.Batch("summer", 2));
        Assert.Equal(2, (await app.ResultsAsync("summer")).Count);
    }

    [Theory]
    [InlineData("link.db")]
    [InlineData("folder/outbox.db")]
    [InlineData("folder/link.db")]
    public async Task One_right_to_send_is_that_of_all_names(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links ask for rights there.");
        await using var desk = await Desk.StartAsync();
        var folder = Path.GetDirectoryName(desk.OutboxPath)!;
        File.CreateSymbolicLink(Path.Combine(folder, "link.db"), desk.OutboxPath);
        Directory.CreateSymbolicLink(Path.Combine(folder, "folder"), folder);
        using var first = new OutboxFile(desk.OutboxPath);
        first.EnsureInPlace();
        first.Hold();

        using var second = new OutboxFile(Path.Combine(folder, name));
        var held = Assert.Throws<IOException>(second.Hold);
        second.Write(static database => database.Execute("INSERT INTO campaigns (name) VALUES ('spring')"));

        Assert.True(WorkerLock.IsHeldByAnother(held), held.Message);
        Assert.Equal(1, first.Read(static database => database.Number("SELECT count(*) FROM campaigns")));
    }

    [Fact]
    public async Task An_outbox_that_was_emptied_is_not_taken_for_a_new_one()
    {
        await using var desk = await Desk.StartAsync();
        await using (var app = await desk.StartAppAsync())
        {
            await app.EnqueueAsync(Campaign.Batch("spring", 3));
            await app.ResultsAsync("spring");
        }
        await File.WriteAllBytesAsync(desk.OutboxPath, [], Cancellation);

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => desk.StartAppAsync());
        await using var watcher = await desk.StartWatcherAsync();
        await Assert.ThrowsAsync<InvalidDataException>(() => watcher.EnqueueAsync(Campaign.Batch("spring", 3)));

        Assert.Contains($"{desk.OutboxPath} is empty", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, new FileInfo(desk.OutboxPath).Length);

        File.Delete(desk.OutboxPath);
        File.Delete(desk.OutboxPath + "-worker");
        await watcher.EnqueueAsync(Campaign.Batch("spring", 3));
    }

    [Fact]
    public async Task A_log_whose_outbox_is_gone_is_not_thrown_away()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not let go of a file that is open.");
        await using var desk = await Desk.StartAsync();
        await using (var watcher = await desk.StartWatcherAsync())
        {
            await watcher.EnqueueAsync(Campaign.Batch("spring", 3));
            File.Move(desk.OutboxPath, desk.OutboxPath + ".moved");
        }

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => desk.StartAppAsync());
        Assert.Contains($"{desk.OutboxPath} is gone", refused.Message, StringComparison.Ordinal);

        // Put back, it has what was in its log.
        File.Move(desk.OutboxPath + ".moved", desk.OutboxPath);
        await using var app = await desk.StartAppAsync();
        Assert.Equal(3, (await app.ResultsAsync("spring")).Count);
    }

    [Fact]
    public async Task An_empty_file_that_was_no_outbox_becomes_one()
    {
        await using var desk = await Desk.StartAsync();
        await File.WriteAllBytesAsync(desk.OutboxPath, [], Cancellation);

        using (var file = new OutboxFile(desk.OutboxPath))
        {
            file.Hold(); // As a command does, which asks before anything is written.
            file.EnsureInPlace();
        }
        await using var app = await desk.StartAppAsync();
        await app.EnqueueAsync(Campaign.Batch("spring", 2));

        Assert.Equal(2, (await app.ResultsAsync("spring")).Count);
    }

    [Fact]
    public async Task A_file_that_is_mounted_alone_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Mounting asks for rights.");
        await using var desk = await Desk.StartAsync();
        await using (var watcher = await desk.StartWatcherAsync())
            await watcher.EnqueueAsync(Campaign.Batch("spring", 1));
        var folder = Directory.CreateDirectory(desk.OutboxPath + ".elsewhere").FullName;
        var mounted = Path.Combine(folder, "outbox.db");
        await File.WriteAllTextAsync(mounted, "", Cancellation);
        var worker = typeof(Campaign).Assembly.Location;

        // In a view of the file system of its own, which ends with it.
        var script = $"mount --bind '{desk.OutboxPath}' '{mounted}' || exit 77; dotnet '{worker}' enqueue sqlite '{mounted}' 1 2>&1";
        var (exitCode, output) = await TryRunAsync("unshare", "-m", "sh", "-c", script);

        Assert.SkipWhen(exitCode is 1 or 77 && !output.Contains("outbox", StringComparison.Ordinal), "It may not mount here.");
        Assert.Contains("mounted as a single file", output, StringComparison.Ordinal);
        Assert.False(File.Exists(mounted + "-wal"), "It was opened before it was refused.");
    }

    private static async Task RunAsync(string program, params string[] arguments) =>
        Assert.Equal(0, (await TryRunAsync(program, arguments)).ExitCode);

    private static async Task<(int ExitCode, string Output)> TryRunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, output.Trim());
    }
}
