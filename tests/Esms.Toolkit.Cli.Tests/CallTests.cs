using System.Net;
using System.Net.Sockets;
using Esms.Emulator;

namespace Esms.Cli.Tests;

/// <summary>What a call prints, and how it ends, whatever becomes of it.</summary>
public sealed class CallTests
{
    private static readonly string[] Send =
    [
        "call",
        "SendCustomerCare",
        "--phone",
        "0901888484",
        "--content",
        "686868 la ma xac minh",
        "--brandname",
        "Baotrixemay",
    ];

    [Fact]
    public async Task An_accepted_call_prints_its_answer_and_ends_with_0()
    {
        await using var desk = await Desk.StartAsync();

        var sent = (await desk.CallAsync(Send)).AssertEndsWith(0);

        var message = Assert.Single(desk.Emulator.Messages);
        Assert.Contains($"SmsId            {message.Id}", sent.Output, StringComparison.Ordinal);
        Assert.Contains("RequestId ", sent.Output, StringComparison.Ordinal);
        Assert.Empty(sent.Error);
    }

    [Theory]
    [InlineData("en", "UnknownBrandname", "brandname")]
    [InlineData("vi", "UnknownBrandname", "Brandname")]
    public async Task A_refused_call_explains_the_code_in_the_language_and_ends_with_3(string language, string codeName, string word)
    {
        await using var desk = await Desk.StartAsync();

        var sent = (await desk.CallAsync([.. Send, "--brandname", "Nobody", "--lang", language])).AssertEndsWith(2);
        Assert.Contains("--brandname", sent.Error, StringComparison.Ordinal);

        sent = (await desk.CallAsync([.. Send[..^1], "Nobody", "--lang", language])).AssertEndsWith(3);
        var expected = language == "vi" ? EsmsResultCode.UnknownBrandname.ToVietnamese() : EsmsResultCode.UnknownBrandname.ToEnglish();
        Assert.StartsWith($"Refused: code 104 ({codeName}). {expected}\n", sent.Error, StringComparison.Ordinal);
        Assert.Contains(word, sent.Error, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(sent.Output);
    }

    [Fact]
    public async Task Json_has_the_answer_as_it_came_and_what_it_means()
    {
        await using var desk = await Desk.StartAsync();

        var balance = (await desk.CallAsync("call", "GetBalance", "--json")).AssertEndsWith(0).Json;
        Assert.Equal(("accepted", 100, "Success"), ((string?)balance["outcome"], (int)balance["code"]!, (string?)balance["codeName"]));
        Assert.Equal("10000000", balance["answer"]!["Balance"]!.ToJsonString());

        var refused = (await desk.CallAsync([.. Send[..^1], "Nobody", "--json"])).AssertEndsWith(3).Json;
        Assert.Equal(("refused", 104), ((string?)refused["outcome"], (int)refused["code"]!));
        Assert.NotNull((string?)refused["requestId"]);
    }

    [Fact]
    public async Task A_lost_answer_ends_with_4_and_says_how_to_find_out_and_that_finds_out()
    {
        await using var desk = await Desk.StartAsync();
        desk.Emulator.Faults = new FaultScript
        {
            Rules =
            {
                new FaultRule { Kind = FaultKind.LostAnswer, Times = 1 },
            },
        };

        var lost = (await desk.CallAsync([.. Send, "--max-tries", "1"])).AssertEndsWith(4);

        var id = lost.Error.Split('\n').Single(static line => line.StartsWith("RequestId ", StringComparison.Ordinal))["RequestId ".Length..].Trim();
        Assert.Contains($"--request-id {id}", lost.Error, StringComparison.Ordinal);
        Assert.Empty(lost.Output);
        var again = (await desk.CallAsync([.. Send, "--request-id", id])).AssertEndsWith(3);
        Assert.StartsWith("Refused: code 124", again.Error, StringComparison.Ordinal);
        Assert.Contains("That one is the message", again.Error, StringComparison.Ordinal);
        Assert.Single(desk.Emulator.Messages);
    }

    [Fact]
    public async Task A_lost_answer_that_a_repeat_settles_is_success()
    {
        await using var desk = await Desk.StartAsync();
        desk.Emulator.Faults = new FaultScript
        {
            Rules =
            {
                new FaultRule { Kind = FaultKind.LostAnswer, Times = 1 },
            },
        };

        var sent = (await desk.CallAsync(Send)).AssertEndsWith(0);

        Assert.Contains("there is one message", sent.Output, StringComparison.Ordinal);
        Assert.Single(desk.Emulator.Messages);
    }

    [Fact]
    public async Task A_service_that_is_not_there_ends_with_5()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var desk = await Desk.StartAsync();

        var call = (await desk.CallAsync("call", "GetBalance", "--base-address", $"http://127.0.0.1:{port}", "--max-tries", "1")).AssertEndsWith(5);

        Assert.Contains("Nothing was sent.", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_none_ends_with_6_and_a_half_one_of_a_read_is_tried_again()
    {
        await using var desk = await Desk.StartAsync();
        desk.Emulator.Faults = new FaultScript
        {
            Rules =
            {
                new FaultRule { Kind = FaultKind.HalfBody, Times = 1 },
            },
        };
        (await desk.CallAsync("call", "GetBalance")).AssertEndsWith(0);

        var contract = (
            await File.ReadAllTextAsync(Repository.PathOf("contracts", "account", "GetBalance.esms.json"), TestContext.Current.CancellationToken)
        )
            .Replace("\"operation\": \"GetBalance\"", "\"operation\": \"GetOtherBalance\"", StringComparison.Ordinal)
            .Replace(
                "\"UserID\": { \"name\": \"UserId\", \"type\": \"int|string\",",
                "\"UserID\": { \"name\": \"UserId\", \"type\": \"date\", \"required\": true, \"format\": \"yyyy-MM-dd\",",
                StringComparison.Ordinal
            )
            .Replace("\"UserID\": 9999", "\"UserID\": \"2026-01-01\"", StringComparison.Ordinal);
        desk.Write("own/GetOtherBalance.esms.json", contract);
        var call = (
            await desk.CallAsync("call", "GetOtherBalance", "--contracts", Path.GetDirectoryName(desk.Write("own/note.txt", ""))!)
        ).AssertEndsWith(6);
        Assert.Contains("GetOtherBalance: UserID: a date was expected", call.Error, StringComparison.Ordinal);
    }
}
