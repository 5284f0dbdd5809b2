using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Esms.Emulator.Tests.Harness;

namespace Esms.Emulator.Tests.Hosting;

/// <summary>What tests in other languages do by HTTP.</summary>
public sealed class AdminTests
{
    private static readonly HttpClient Http = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Faults_are_set_read_and_taken_away()
    {
        await using var desk = await Desk.StartAsync();

        var set = await PutAsync(
            desk,
            "faults",
            """{ "seed": 3, "rules": [{ "kind": "serverError", "operation": "GetBalance", "status": 500, "percent": 100 }] }"""
        );
        var read = await GetAsync(desk, "faults");
        using var once = desk.Client.With(new() { MaxTries = 1 });
        await Assert.ThrowsAnyAsync<EsmsException>(() => once.Account.GetBalanceAsync(Cancellation));
        using var deleted = await Http.DeleteAsync(new Uri(desk.Esms.BaseAddress, "_emulator/faults"), Cancellation);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (set, deleted.StatusCode));
        Assert.Equal((3, "serverError"), ((int)read["seed"]!, (string?)read["rules"]![0]!["kind"]));
        await desk.Client.Account.GetBalanceAsync(Cancellation);
    }

    [Fact]
    public async Task The_clock_is_moved_and_messages_are_read_and_changed()
    {
        await using var desk = await Desk.StartAsync();
        var (one, two) = (await desk.SendSmsAsync(), await desk.SendZaloAsync());

        Assert.Equal(HttpStatusCode.NoContent, await PutAsync(desk, $"messages/{two.SmsId}/fail", "{}"));
        Assert.Equal(HttpStatusCode.NoContent, await PutAsync(desk, "clock/advance", """{ "by": "00:01:00" }"""));
        await desk.Esms.SettleAsync(Cancellation);
        var found = await GetAsync(desk, "messages?text=HD00001");
        var message = await GetAsync(desk, $"messages/{one.SmsId}");

        Assert.Equal(
            (1, two.SmsId, "failed"),
            ((int)found["total"]!, (string?)found["messages"]![0]!["id"], (string?)found["messages"]![0]!["outcome"])
        );
        Assert.Equal(("delivered", 5), ((string?)message["outcome"], (int)message["sendStatus"]!));
        Assert.Equal(5, (await GetAsync(desk, $"messages/{one.SmsId}/timeline")).AsArray().Count);
        Assert.Equal(2, (await GetAsync(desk, "requests")).AsArray().Count);
        Assert.Equal(60, (await GetAsync(desk, "contracts")).AsArray().Count);
    }

    [Theory]
    [InlineData("messages/none/deliver", "{}", HttpStatusCode.NotFound)]
    [InlineData("messages/none/postpone", "{ \"by\": \"00:01:00\" }", HttpStatusCode.NotFound)]
    [InlineData("messages/none/dance", "{}", HttpStatusCode.NotFound)]
    [InlineData("faults", "{ \"rules\": [{ \"kind\": \"earthquake\" }] }", HttpStatusCode.BadRequest)]
    [InlineData("faults", "null", HttpStatusCode.BadRequest)]
    [InlineData("clock/advance", "{ \"by\": \"-00:01:00\" }", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_done_is_said(string path, string body, HttpStatusCode status)
    {
        await using var desk = await Desk.StartAsync();

        Assert.Equal(status, await PutAsync(desk, path, body));
    }

    [Fact]
    public async Task A_name_that_was_pointed_at_this_machine_is_no_name_of_it()
    {
        await using var desk = await Desk.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(desk.Esms.BaseAddress, "_emulator/messages"));
        request.Headers.Host = "stranger.example";

        using var answer = await Http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static async Task<HttpStatusCode> PutAsync(Desk desk, string path, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await Http.PutAsync(new Uri(desk.Esms.BaseAddress, $"_emulator/{path}"), body, Cancellation);
        return answer.StatusCode;
    }

    private static async Task<JsonNode> GetAsync(Desk desk, string path) =>
        JsonNode.Parse(await Http.GetStringAsync(new Uri(desk.Esms.BaseAddress, $"_emulator/{path}"), Cancellation))!;
}
