using System.Text.Json;

namespace Esms.Cli.Tests.SendingMany;

/// <summary><c>esms send-many --via</c> where no broker is needed; tests/Esms.Toolkit.RabbitMq.Tests has one.</summary>
public sealed class ViaTests : IDisposable
{
    private const string Csv = "phone,content\n0901888484,Cam on 1\n0912345678,Cam on 2\n";

    /// <summary>Nothing listens there.</summary>
    private const string Nowhere = "amqp://sender:canary-password@127.0.0.1:1/esms";

    private readonly string _folder = Directory.CreateTempSubdirectory("esms-via-").FullName;

    [Fact]
    public void A_broker_that_is_not_there_is_named_without_its_password()
    {
        var (code, output, error) = Send(Csv);

        Assert.Equal(ExitCodes.NotReached, code);
        Assert.Contains("The broker amqp://sender@127.0.0.1:1/esms was not reached", error, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was sent.\n", error, StringComparison.Ordinal);
        Assert.Contains("Total      2", output, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", output + error, StringComparison.Ordinal);
        Assert.Equal(["messages.csv"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public void A_dry_run_asks_for_neither_keys_nor_a_broker() =>
        Assert.Contains("Total      2", Send(Csv, "--dry-run").AssertEndsWith(0).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("--outbox", "x.outbox")]
    [InlineData("--in-flight", "4")]
    [InlineData("--base-address", "http://127.0.0.1:5050")]
    [InlineData("--options-file", "esms.json")]
    [InlineData("--timeout", "5")]
    [InlineData("--max-tries", "2")]
    public void What_workers_decide_is_refused(string option, string value) =>
        Assert.Equal(
            $"{option} does not go with --via: workers send the messages, with options of their own.\n",
            Send(Csv, option, value).AssertEndsWith(2).Error
        );

    [Fact]
    public void The_name_of_an_outbox_needs_a_broker()
    {
        var (code, _, error) = EsmsTool.Invoke("send-many", Write(Csv), "--brand", "B", "--name", "mine", "--yes");

        Assert.Equal((2, "--name is that of an outbox on a broker, and there is no --via.\n"), (code, error));
    }

    [Theory]
    [InlineData("amqp://sender:canary@127.0.0.1/one/two", "The address of RabbitMQ has the form")]
    [InlineData("http://sender:canary@127.0.0.1/", "This is no address of a broker.")]
    public void An_address_that_is_wrong_is_not_shown(string address, string problem)
    {
        var (code, _, error) = EsmsTool.Invoke("send-many", Write(Csv), "--brand", "B", "--via", address, "--yes");

        Assert.Equal(2, code);
        Assert.Contains(problem, error, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_one_RequestId_are_told_before_any_is_on_the_broker()
    {
        var result = Send("phone,content,request-id\n0901888484,hi,a\n0901888485,hi,b\n0901888486,hi,a\n").AssertEndsWith(2);

        Assert.Equal(
            "messages.csv(4): the RequestId is that of line 2, of which eSMS would take it for a repeat.\n1 row is wrong. Nothing was sent.\n",
            result.Error
        );
    }

    [Fact]
    public void Putting_it_there_that_was_cut_off_a_day_ago_is_not_repeated()
    {
        var path = WriteNote(DateTimeOffset.UtcNow.AddHours(-23.1), isComplete: false);

        var result = Send(Csv, "--campaign", "spring").AssertEndsWith(2);

        Assert.StartsWith($"{path}: putting these messages on the broker began on ", result.Error, StringComparison.Ordinal);
        Assert.Contains("eSMS remembers for 24 hours", result.Error, StringComparison.Ordinal);
        // A trial is another campaign.
        Send(Csv, "--campaign", "spring", "--sandbox").AssertEndsWith(ExitCodes.NotReached);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Other_messages_of_the_same_campaign_are_refused(bool isComplete)
    {
        var path = WriteNote(DateTimeOffset.UtcNow, isComplete);

        Assert.StartsWith(
            $"{path}: this campaign was put on the broker with other messages, or with other options.\n",
            Send(Csv, "--campaign", "spring").AssertEndsWith(2).Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Other_messages_of_the_same_file_need_a_choice_because_a_broker_cannot_be_asked()
    {
        WriteNote(DateTimeOffset.UtcNow, isComplete: true);

        var result = Send(Csv).AssertEndsWith(2);

        Assert.StartsWith("Campaign spring of this file was put on amqp://queue/ on ", result.Error, StringComparison.Ordinal);
        Assert.Contains("A broker cannot be asked which numbers have a message already. Nothing was sent.", result.Error, StringComparison.Ordinal);
        // With a choice, the next thing that is wrong is that nobody is there.
        Send(Csv, "--allow-repeats").AssertEndsWith(ExitCodes.NotReached);
        Send(Csv, "--campaign", "summer").AssertEndsWith(ExitCodes.NotReached);
    }

    [Theory]
    [InlineData("--only-new")]
    [InlineData("--cancel")]
    public void What_a_broker_cannot_do_is_refused_by_name(string option) =>
        Assert.Equal(
            $"{option} does not go with --via: a broker cannot be asked which messages it has had.\n",
            Send(Csv, option).AssertEndsWith(2).Error
        );

    [Fact]
    public void A_number_that_comes_twice_needs_a_choice_too()
    {
        const string csv = Csv + "0901888484,Cam on 3\n";

        Assert.Contains("--allow-repeats sends those messages too.", Send(csv).AssertEndsWith(2).Error, StringComparison.Ordinal);
        Send(csv, "--allow-repeats").AssertEndsWith(ExitCodes.NotReached);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"campaign\": \"spring\"}")]
    public void A_note_that_cannot_be_read_is_not_taken_for_none(string text)
    {
        var path = EnqueueNote.PathOf(Write(Csv), "spring");
        File.WriteAllText(path, text);

        Assert.StartsWith(
            $"{path} is not what this command writes",
            Send(Csv, "--campaign", "spring").AssertEndsWith(2).Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_note_is_read_as_it_was_written_and_leaves_nothing_beside_it()
    {
        var path = WriteNote(DateTimeOffset.UnixEpoch, isComplete: false);
        var note = EnqueueNote.Read(path)!;

        (note with { IsComplete = true }).Write(path);

        Assert.Equal(note with { IsComplete = true }, EnqueueNote.Read(path));
        Assert.Equal([Path.GetFileName(path)], Directory.GetFiles(_folder).Select(Path.GetFileName));
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(File.ReadAllText(path)).RootElement.ValueKind);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string WriteNote(DateTimeOffset beganAt, bool isComplete)
    {
        var path = EnqueueNote.PathOf(Path.Combine(_folder, "messages.csv"), "spring");
        new EnqueueNote
        {
            Campaign = "spring",
            Content = "other",
            Broker = "amqp://queue/",
            BeganAt = beganAt,
            IsComplete = isComplete,
        }.Write(path);
        return path;
    }

    private string Write(string csv)
    {
        var file = Path.Combine(_folder, "messages.csv");
        File.WriteAllText(file, csv);
        return file;
    }

    private CliResult Send(string csv, params string[] options)
    {
        var (code, output, error) = EsmsTool.Invoke(["send-many", Write(csv), "--brand", "B", "--via", Nowhere, "--yes", .. options]);
        return new CliResult(code, output.ReplaceLineEndings("\n"), error.ReplaceLineEndings("\n"));
    }
}
