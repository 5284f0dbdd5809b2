using System.Globalization;
using System.Text.Json.Nodes;
using Esms.Cli.Tests;
using Esms.Dispatching.RabbitMq.Tests.Harness;
using Esms.Dispatching.Tests.Harness;

namespace Esms.Dispatching.RabbitMq.Tests;

/// <summary>The command <c>esms send-many --via</c>, as a process without the keys of an account.</summary>
public sealed class SendManyTests(Broker broker) : IDisposable
{
    private const int Count = 25;

    private readonly string _folder = Directory.CreateTempSubdirectory("esms-via-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string NotePath => Assert.Single(Directory.GetFiles(_folder, "messages.csv.via-*.json"));

    [Fact]
    public async Task Rows_wait_on_the_broker_workers_send_them_and_results_come_back()
    {
        await using var desk = await Desk.StartAsync(broker);
        var results = Path.Combine(_folder, "results.csv");
        await using var command = Start(desk, "--price", "850", "--results", results);

        // Nobody is there to send.
        await command.WaitForAsync($"Is there a worker? esms worker {desk.Server.AddressWithoutPassword} --name {desk.Name} starts one.");
        Assert.Empty(desk.Esms.Requests);
        await using var worker = EsmsProcess.StartWorker(desk);
        var output = await command.EndAsync(0);

        Assert.Equal(Enumerable.Range(1, Count).Select(TextOf).Order(), desk.Esms.Messages.Select(static message => message.Content).Order());
        Assert.Contains("Accepted  25, about 21.250 đồng", output, StringComparison.Ordinal);
        Assert.Contains("25 of 25", command.Error, StringComparison.Ordinal);
        Assert.Equal(Count + 1, (await File.ReadAllLinesAsync(results, Cancellation)).Length);
        foreach (var text in (string[])[output, command.Error, await File.ReadAllTextAsync(NotePath, Cancellation)])
            Assert.DoesNotContain(RabbitMqServer.Password, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_command_only_watches_when_all_rows_are_there()
    {
        await using var desk = await Desk.StartAsync(broker);
        var (output, error) = await EnqueueAndLeaveAsync(desk);
        Assert.Contains("Left      25", output, StringComparison.Ordinal);
        Assert.Contains(
            "Stopped. The messages are on the broker, and workers send them. The same command watches again.",
            error,
            StringComparison.Ordinal
        );
        Assert.Equal((uint)Count, await desk.CountAsync("work"));

        await using var again = StartAsking(desk);
        await again.WaitForAsync("and are not put there again.");
        await using var worker = EsmsProcess.StartWorker(desk);

        Assert.Contains("Accepted  25", await again.EndAsync(0), StringComparison.Ordinal);
        Assert.Equal(Count, desk.Esms.Requests.Count);
        Assert.Equal(Count, desk.Esms.Messages.Count);
        await using var other = Start(desk, "--fold");
        await other.EndAsync(2);
        Assert.Contains(" of this file was put on amqp", other.Error, StringComparison.Ordinal);
        Assert.Contains("--allow-repeats sends all rows", other.Error, StringComparison.Ordinal);
        Assert.Equal(0u, await desk.CountAsync("work"));
    }

    [Fact]
    public async Task What_was_cut_off_is_put_there_again_and_sent_once()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var worker = EsmsProcess.StartWorker(desk);
        await using (var first = Start(desk))
            await first.EndAsync(0);
        // As it is when the process is killed before it knows of the last row.
        Note(isComplete: false, DateTimeOffset.UtcNow.AddHours(-22.5));

        await using var again = Start(desk);
        var output = await again.EndAsync(0);

        Assert.Contains("was cut off. All are put there again", again.Error, StringComparison.Ordinal);
        Assert.Contains("Accepted  25", output, StringComparison.Ordinal);
        Assert.Equal(Count, desk.Esms.Messages.Count);
        await Eventually.IsTrueAsync(() => desk.Esms.Requests.Count == 2 * Count);
        await using var third = Start(desk);
        await third.EndAsync(0);
        Assert.Contains("and are not put there again.", third.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_terminals_that_ask_at_once_put_the_messages_there_once(bool isEdited)
    {
        Assert.SkipUnless(PseudoTerminal.IsThere, "There is no script of util-linux on this machine.");
        await using var desk = await Desk.StartAsync(broker);
        await using var first = PseudoTerminal.Start(Arguments(desk, 2), environment: [Password]);
        Assert.True(await first.WaitAsync(static screen => screen.Contains("[y/N]", StringComparison.Ordinal)), first.Screen);
        var command = Arguments(desk, 2);
        if (isEdited)
            await File.WriteAllTextAsync(command.ElementAt(1), "phone,content\n0901800001,Moi 1\n0901800002,Moi 2\n", Cancellation);
        await using var second = PseudoTerminal.Start(command, environment: [Password]);
        Assert.True(await second.WaitAsync(static screen => screen.Contains("[y/N]", StringComparison.Ordinal)), second.Screen);

        await first.TypeAsync("y\r");
        Assert.True(await first.WaitAsync(static screen => screen.Contains("They are there.", StringComparison.Ordinal)), first.Screen);
        await second.TypeAsync("y\r");

        Assert.True(await second.EndAsync() == 2, second.Screen);
        Assert.Contains("meanwhile", second.Screen, StringComparison.Ordinal);
        Assert.Contains("Nothing was sent by this command.", second.Screen, StringComparison.Ordinal);
        await first.TypeAsync("\u0003");
        await first.EndAsync();
        Assert.Equal(2u, await desk.CountAsync("work"));
    }

    [Fact]
    public async Task What_another_process_is_putting_there_is_left_to_it()
    {
        await using var desk = await Desk.StartAsync(broker);
        await EnqueueAndLeaveAsync(desk);
        Note(isComplete: false, DateTimeOffset.UtcNow);
        await using var turn = new FileStream(Write(Count) + ".via-lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        await using var again = Start(desk);
        await again.EndAsync(2);

        Assert.Contains("Another process is putting messages of", again.Error, StringComparison.Ordinal);
        Assert.Equal((uint)Count, await desk.CountAsync("work"));
    }

    [Fact]
    public async Task What_was_cut_off_a_day_ago_is_not_put_there_again()
    {
        await using var desk = await Desk.StartAsync(broker);
        await EnqueueAndLeaveAsync(desk);
        Note(isComplete: false, DateTimeOffset.UtcNow.AddHours(-23.1));

        await using var again = Start(desk);
        await again.EndAsync(2);

        Assert.Contains("those that were could be sent twice now.", again.Error, StringComparison.Ordinal);
        Assert.Contains("--campaign with another name", again.Error, StringComparison.Ordinal);
        Assert.Equal((uint)Count, await desk.CountAsync("work"));
    }

    [Fact]
    public async Task Ctrl_C_while_rows_are_put_there_is_told_and_noted()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var command = EsmsProcess.Start(Arguments(desk, rows: 30_000, "--yes"), Password);

        await command.WaitForAsync("Puts 30.000 messages on");
        await command.InterruptAsync();
        await command.EndAsync(130);

        Assert.Contains("Cancelled. Some of the messages may be on the broker, and workers send those.", command.Error, StringComparison.Ordinal);
        Assert.False((bool)JsonNode.Parse(await File.ReadAllTextAsync(NotePath, Cancellation))!["isComplete"]!);
    }

    [Fact]
    public async Task A_wrong_password_is_told_at_once_and_not_shown()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var command = EsmsProcess.Start(Arguments(desk, Count, "--yes"), ("ESMS_AMQP_PASSWORD", "canary-wrong-password-27aa"));

        await command.EndAsync(2);

        Assert.Contains(
            $"The broker {desk.Server.AddressWithoutPassword} refuses the user or the password. The password is read from ESMS_AMQP_PASSWORD. Nothing was sent.",
            command.Error,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("canary", command.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder, "*.json"));
    }

    [Fact]
    public async Task A_vhost_that_is_none_is_told_at_once()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var command = EsmsProcess.Start(
            ["send-many", Write(Count), "--brand", "Baotrixemay", "--via", $"{desk.Server.AddressWithoutPassword}none", "--yes"],
            Password
        );

        await command.EndAsync(2);

        Assert.Contains("none has no such vhost, or the user may not use it. Nothing was sent.", command.Error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static (string Name, string? Value) Password => ("ESMS_AMQP_PASSWORD", RabbitMqServer.Password);

    private EsmsProcess Start(Desk desk, params string[] options) => EsmsProcess.Start(Arguments(desk, Count, [.. options, "--yes"]), Password);

    /// <summary>Ctrl-C when all rows are on the broker.</summary>
    private async Task<(string Output, string Error)> EnqueueAndLeaveAsync(Desk desk)
    {
        await using var command = Start(desk);
        await command.WaitForAsync("They are there.");
        await command.InterruptAsync();
        return (await command.EndAsync(130), command.Error);
    }

    /// <summary>Without a terminal there is nobody to ask, so a question is an error.</summary>
    private EsmsProcess StartAsking(Desk desk) => EsmsProcess.Start(Arguments(desk, Count), Password);

    private IEnumerable<string> Arguments(Desk desk, int rows, params string[] options) =>
        ["send-many", Write(rows), "--brand", "Baotrixemay", "--via", desk.Server.AddressWithoutPassword, "--name", desk.Name, .. options];

    private string Write(int rows)
    {
        var path = Path.Combine(_folder, "messages.csv");
        File.WriteAllLines(path, Enumerable.Range(1, rows).Select(static row => $"09018{row:D5},{TextOf(row)}").Prepend("phone,content"));
        return path;
    }

    private static string TextOf(int row) => string.Create(CultureInfo.InvariantCulture, $"Cảm ơn quý khách. Đơn hàng {row}");

    private void Note(bool isComplete, DateTimeOffset beganAt)
    {
        var note = JsonNode.Parse(File.ReadAllText(NotePath))!;
        (note["isComplete"], note["beganAt"]) = (isComplete, beganAt);
        File.WriteAllText(NotePath, note.ToJsonString());
    }
}
