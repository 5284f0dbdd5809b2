using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Esms.Emulator.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Esms.Emulator.Tests.Page;

/// <summary>What the inbox page reads and listens to.</summary>
public sealed class InboxDataTests
{
    private static readonly HttpClient Http = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_stream_tells_of_a_message_and_of_its_steps()
    {
        await using var desk = await Desk.StartAsync();
        await using var stream = await Http.GetStreamAsync(new Uri(desk.Esms.BaseAddress, "_emulator/events"), Cancellation);
        await using var events = SseParser.Create(stream).EnumerateAsync(Cancellation).GetAsyncEnumerator(Cancellation);

        Assert.Equal("ready", (await NextAsync(events)).EventType);
        var sent = await desk.SendSmsAsync(callBack: false);
        var accepted = await NextAsync(events);
        desk.Esms.Clock.Advance(TimeSpan.FromMinutes(1));
        var moved = await NextAsync(events);

        Assert.Equal(("accepted", sent.SmsId), KindAndId(accepted));
        Assert.Equal(("moved", sent.SmsId), KindAndId(moved));
    }

    [Fact]
    public async Task A_page_that_is_open_does_not_hold_up_the_end()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddEsmsEmulator();
        await using var app = builder.Build();
        app.MapEsmsEmulator();
        await app.StartAsync(Cancellation);
        await using var stream = await Http.GetStreamAsync(new Uri(new Uri(app.Urls.Single()), "_emulator/events"), Cancellation);
        await using var events = SseParser.Create(stream).EnumerateAsync(Cancellation).GetAsyncEnumerator(Cancellation);
        await NextAsync(events);

        await app.StopAsync(Cancellation);

        Assert.False(await events.MoveNextAsync());
    }

    [Fact]
    public async Task The_end_of_the_emulator_ends_pages_in_peace_and_calls_that_wait_at_once()
    {
        var desk = await Desk.StartAsync(new() { Faults = new() { Rules = { new() { Kind = FaultKind.Hang } } } });
        await using var stream = await Http.GetStreamAsync(new Uri(desk.Esms.BaseAddress, "_emulator/events"), Cancellation);
        await using var events = SseParser.Create(stream).EnumerateAsync(Cancellation).GetAsyncEnumerator(Cancellation);
        await NextAsync(events);
        var waiting = Http.PostAsync(new Uri(desk.Esms.BaseAddress, "MainService.svc/json/GetBalance_json"), new StringContent("{}"), Cancellation);

        await desk.DisposeAsync();
        await desk.DisposeAsync();

        Assert.False(await events.MoveNextAsync());
        await Assert.ThrowsAsync<HttpRequestException>(() => waiting);
    }

    [Fact]
    public async Task The_list_is_filtered_and_cut_into_pages()
    {
        await using var desk = await Desk.StartAsync();
        var (one, two, three) = (
            await desk.SendSmsAsync(callBack: false),
            await desk.SendZaloAsync(),
            await desk.SendSmsAsync(phone: "0901888485", callBack: false)
        );
        desk.Esms.Actions.Reject(three.SmsId);

        var first = await GetAsync(desk, "messages?limit=1");
        var next = await GetAsync(desk, $"messages?limit=1&before={first["messages"]![0]!["number"]}");

        Assert.Equal([three.SmsId, two.SmsId], [.. IdsOf(first), .. IdsOf(next)]);
        Assert.Equal([two.SmsId], IdsOf(await GetAsync(desk, "messages?channel=zalo")));
        Assert.Equal([three.SmsId], IdsOf(await GetAsync(desk, "messages?outcome=rejected")));
        Assert.Equal([one.SmsId], IdsOf(await GetAsync(desk, "messages?channel=sms&outcome=pending")));
        using var wrong = await Http.GetAsync(new Uri(desk.Esms.BaseAddress, "_emulator/messages?channel=pigeon"), Cancellation);
        Assert.Equal("channel is pigeon; it is one of Sms, Zalo, Viber, Voice.", await wrong.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Details_have_request_answer_recipients_callbacks_and_no_key()
    {
        await using var desk = await Desk.StartAsync();
        var sent = await desk.SendSmsAsync();
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));

        var details = await GetAsync(desk, $"messages/{sent.SmsId}/details");

        Assert.Equal(sent.SmsId, (string?)JsonNode.Parse((string)details["exchange"]!["answer"]!)!["SMSID"]);
        Assert.Equal("0901888484", (string?)JsonNode.Parse((string)details["message"]!["request"]!)!["Phone"]);
        Assert.Equal((1, false), ((int)details["sms"]!["parts"]!, (bool)details["sms"]!["isUnicode"]!));
        Assert.Equal("0901888484", (string?)details["recipients"]!.AsArray().Single()!["address"]);
        Assert.Equal(200, (int)details["callbacks"]!.AsArray().Single()!["status"]!);
        Assert.DoesNotContain(desk.Esms.Options.SecretKey, details.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(desk.Esms.Options.ApiKey, details.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_learns_the_keys_of_the_accounts()
    {
        await using var desk = await Desk.StartAsync(
            new()
            {
                Accounts =
                {
                    new()
                    {
                        Name = "shop",
                        ApiKey = "a",
                        SecretKey = "b",
                    },
                },
            }
        );

        var keys = (await GetAsync(desk, "keys")).AsArray();

        Assert.Equal(
            [("main", desk.Esms.Options.SecretKey), ("shop", "b")],
            keys.Select(static key => ((string)key!["account"]!, (string)key["secretKey"]!))
        );
    }

    private static async Task<SseItem<string>> NextAsync(IAsyncEnumerator<SseItem<string>> events)
    {
        Assert.True(await events.MoveNextAsync());
        return events.Current;
    }

    private static (string?, string?) KindAndId(SseItem<string> change) =>
        JsonNode.Parse(change.Data) is { } data ? ((string?)data["kind"], (string?)data["messageId"]) : default;

    private static IEnumerable<string> IdsOf(JsonNode page) => page["messages"]!.AsArray().Select(static message => (string)message!["id"]!);

    private static async Task<JsonNode> GetAsync(Desk desk, string path) =>
        JsonNode.Parse(await Http.GetStringAsync(new Uri(desk.Esms.BaseAddress, $"_emulator/{path}"), Cancellation))!;
}
