using System.Text;
using Esms.Dispatching.Tests.Harness;
using Esms.Dispatching.Worker;
using Esms.Emulator;
using Microsoft.Data.Sqlite;

namespace Esms.Dispatching.Tests.Sqlite;

/// <summary>What is in the file, who can read it, and what becomes of files that are not as they should be.</summary>
public sealed class FileTests
{
    [Fact]
    public async Task Only_its_owner_can_read_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other permissions.");
        await using var desk = await Desk.StartAsync();
        await using var app = await desk.StartAppAsync();
        await app.EnqueueAsync(Campaign.Batch("spring", 1));

        var files = Directory.GetFiles(Path.GetDirectoryName(desk.OutboxPath)!);

        Assert.Contains(files, static file => file.EndsWith("-wal", StringComparison.Ordinal));
        Assert.All(files, static file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, ModeOf(file)));

        static UnixFileMode ModeOf(string file) => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(file);
    }

    [Fact]
    public async Task It_has_no_key_and_the_log_has_nothing_private()
    {
        const string Key = "CANARY+key/7f3a",
            Secret = "CANARY&secret=91bc",
            Phone = "0977315946",
            Text = "Canary text 5d1e";
        await using var desk = await Desk.StartAsync(new() { ApiKey = Key, SecretKey = Secret });
        desk.Esms.Faults = Faults.Of(
            new FaultRule { Kind = FaultKind.LostAnswer, Times = 2 },
            new FaultRule { Kind = FaultKind.ServerError, Times = 2 },
            new FaultRule { Kind = FaultKind.TooManyRequests, Times = 1 }
        );
        var log = new LogLines();
        await using (var app = await desk.StartAppAsync(log: log))
        {
            await app.EnqueueAsync("spring", Message("Baotrixemay"), Message("Nobody"), Message("Baotrixemay", "!"));
            desk.Esms.Engine.Accounts[0].SecretKey = "another";
            await app.EnqueueAsync("autumn", Message("Baotrixemay"));
            await Eventually.IsTrueAsync(() => log.All.Any(static line => line.Contains("Nothing is sent until", StringComparison.Ordinal)));
        }

        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(desk.OutboxPath)!))
            AssertNoneIn(Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)), Key, Secret, "CANARY");
        AssertNoneIn(string.Join('\n', log.All), Key, Secret, "CANARY", Phone, Text);

        static SendCustomerCareRequest Message(string brandname, string end = "") =>
            new()
            {
                Brandname = brandname,
                Phone = Phone,
                Content = Text + end,
            };
    }

    [Fact]
    public async Task What_this_version_cannot_read_is_told_as_invalid_and_not_sent()
    {
        await using var desk = await Desk.StartAsync();
        await using (var watcher = await desk.StartWatcherAsync())
            await watcher.EnqueueAsync(Campaign.Batch("spring", 4));
        Execute(desk, "UPDATE messages SET operation = 'SendByPigeon' WHERE row = '1'");
        Execute(desk, "UPDATE messages SET request = substr(request, 1, 20) WHERE row = '2'");
        Execute(desk, """UPDATE messages SET request = replace(request, '"Content"', '"Contents"') WHERE row = '3'""");

        await using var app = await desk.StartAppAsync();
        var results = (await app.ResultsAsync("spring")).OrderBy(static result => result.Row).ToList();

        Assert.All(results.Take(3), static result => Assert.Equal((EsmsDispatchOutcome.Invalid, 0), (result.Outcome, result.Tries)));
        Assert.Contains("SendByPigeon", results[0].Problem, StringComparison.Ordinal);
        Assert.Contains("does not know", results[2].Problem, StringComparison.Ordinal);
        Assert.Equal(EsmsDispatchOutcome.Accepted, results[3].Outcome);
        Assert.Single(desk.Esms.Messages);
    }

    [Fact]
    public async Task A_file_that_is_no_outbox_keeps_the_application_from_starting()
    {
        await using var desk = await Desk.StartAsync();
        Execute(desk, "CREATE TABLE mine (id INTEGER)");
        var before = await File.ReadAllBytesAsync(desk.OutboxPath, TestContext.Current.CancellationToken);

        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => desk.StartAppAsync());

        Assert.Contains($"{desk.OutboxPath} is not an outbox", exception.Message, StringComparison.Ordinal);
        // Nor is it turned into one with a log.
        Assert.Equal(before, await File.ReadAllBytesAsync(desk.OutboxPath, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("Phone;Name\n0977315946;An\n")]
    public async Task So_does_a_text(string text)
    {
        await using var desk = await Desk.StartAsync();
        await File.WriteAllTextAsync(desk.OutboxPath, text, TestContext.Current.CancellationToken);

        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => desk.StartAppAsync());

        Assert.Contains($"{desk.OutboxPath} is not an outbox", exception.Message, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(desk.OutboxPath, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task So_does_a_database_of_another_program_without_tables()
    {
        await using var desk = await Desk.StartAsync();
        Execute(desk, "PRAGMA application_id = 252006673");

        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => desk.StartAppAsync());

        Assert.Contains("is not an outbox", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_does_one_of_a_newer_version()
    {
        await using var desk = await Desk.StartAsync();
        await using (var watcher = await desk.StartWatcherAsync())
            await watcher.EnqueueAsync(Campaign.Batch("spring", 1));
        Execute(desk, "PRAGMA user_version = 99");

        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => desk.StartAppAsync());

        Assert.Contains("version 99", exception.Message, StringComparison.Ordinal);
    }

    private static void Execute(Desk desk, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={desk.OutboxPath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are those above.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static void AssertNoneIn(string text, params string[] secrets) =>
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
}
