using Esms.Tests.Secrets;
using Esms.Tests.Server;
using Microsoft.AspNetCore.Http;

namespace Esms.Tests.Telemetry;

/// <summary>What is told of answers that are not as usual: forms that the contract only accepts, members and codes that nobody knows.</summary>
[Collection(nameof(Quiet))]
public sealed class DriftTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData(""" "SendFailed": "0" """, "text SendFailed")]
    [InlineData(""" "SendFailed"  :  "0", "TotalPrice": "850" """, "text SendFailed", "text TotalPrice")]
    [InlineData(""" "NewMember": { "Inner": [1, 2] } """, "member NewMember")]
    [InlineData(""" "TotalSent": "many", "SendFailed": "0", "TotalPrice": {} """, "unreadable TotalSent", "text SendFailed", "unreadable TotalPrice")]
    [InlineData(""" "CodeResponse": 100 """, "number CodeResponse")]
    [InlineData(""" "0901888484": "gift" """, "member ?")]
    [InlineData(""" "Mật khẩu": 1 """, "member ?")]
    [InlineData(""" "a \"quoted\" name": 1 """, "member ?")]
    [InlineData(""" "n1234567890123456789012345678901234567890": 1 """, "member ?")]
    public async Task What_is_not_as_usual_is_told_with_its_place(string members, params string[] drift)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
            context.Response.WriteAsync(
                $$"""{ "CodeResponse": "100", "SMSID": "1", "SendStatus": 5{{(members.Length == 0 ? "" : ",")}}{{members}} }"""
            )
        );
        using var esms = new EsmsClient(server.Options);
        using var tap = new TelemetryTap("esms.drift");

        await esms.Messages.GetSendStatusAsync(Answers.SmsId, Cancellation);

        Assert.Equal(drift.Select(Tags), tap.TagsOf("esms.drift"));
    }

    /// <summary>The keys of eSMS look like names.</summary>
    [Fact]
    public async Task A_key_that_a_peer_sends_back_as_a_name_is_not_told()
    {
        await using var server = await LoopbackServer.StartAsync(
            static (context, request) =>
                context.Response.WriteAsync($$"""{ "CodeResponse": "100", "SMSID": "1", "SendStatus": 5, "{{request.Query["ApiKey"]}}": 1 }""")
        );
        var options = server.Options;
        options.ApiKey = "F3A91C77D0B24E5FA1C2D3E4F50617";
        using var esms = new EsmsClient(options);
        using var tap = new TelemetryTap("esms.drift");

        await esms.Messages.GetSendStatusAsync(Answers.SmsId, Cancellation);

        Assert.Equal([Tags("member ?")], tap.TagsOf("esms.drift"));
    }

    [Fact]
    public async Task A_code_without_a_name_is_told()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync("""{ "CodeResponse": "4711" }"""));
        using var esms = new EsmsClient(server.Options);
        using var tap = new TelemetryTap("esms.drift");

        await Assert.ThrowsAsync<EsmsApiException>(() => esms.Messages.GetSendStatusAsync(Answers.SmsId, Cancellation));

        Assert.Equal([Tags("code 4711")], tap.TagsOf("esms.drift"));
    }

    [Fact]
    public async Task An_answer_full_of_unknown_members_floods_nothing()
    {
        var members = string.Join(", ", Enumerable.Range(0, 5_000).Select(static i => $"\"m{i}\": {i}"));
        await using var server = await LoopbackServer.StartAsync(context =>
            context.Response.WriteAsync($$"""{ "CodeResponse": "100", "SMSID": "1", "SendStatus": 5, {{members}} }""")
        );
        using var esms = new EsmsClient(server.Options);
        using var tap = new TelemetryTap("esms.drift");

        var status = await esms.Messages.GetSendStatusAsync(Answers.SmsId, Cancellation);

        Assert.Equal(5_000, status.UnknownMembers!.Count);
        Assert.Equal(100, tap.Measured.Count);
    }

    private static string Tags(string drift) => $"esms.operation=GetSendStatus esms.drift={drift.Split(' ')[0]} esms.subject={drift.Split(' ')[1]}";
}
