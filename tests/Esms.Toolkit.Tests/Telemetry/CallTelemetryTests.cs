using System.Diagnostics;
using Esms.Tests.Secrets;
using Esms.Tests.Sending;
using Esms.Tests.Server;
using Microsoft.AspNetCore.Http;

namespace Esms.Tests.Telemetry;

/// <summary>What is told of calls: one activity and one measurement each, however many tries they take, and whatever becomes of them.</summary>
[Collection(nameof(Quiet))]
public sealed class CallTelemetryTests
{
    private static readonly SendCustomerCareRequest Message = new()
    {
        Phone = "0901888484",
        Brandname = "Baotrixemay",
        Content = "Chao",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Endings =>
        new()
        {
            { "accepted", "esms.operation=GetSendStatus esms.outcome=accepted esms.result_code=100" },
            { "refused", "esms.operation=GetSendStatus esms.outcome=refused esms.result_code=101" },
            { "late", "esms.operation=GetSendStatus esms.outcome=failed error.type=timeout" },
            { "reset", "esms.operation=GetSendStatus esms.outcome=failed error.type=connection" },
            { "503", "esms.operation=GetSendStatus esms.outcome=failed error.type=503" },
            { "page", "esms.operation=GetSendStatus esms.outcome=failed error.type=EsmsProtocolException" },
            { "canceled", "esms.operation=GetSendStatus esms.outcome=canceled error.type=canceled" },
        };

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task Every_ending_is_told_once(string ending, string tags)
    {
        FlakyService.Step step = ending switch
        {
            "accepted" => Steps.Answer,
            "refused" => Steps.Refuse(101),
            "late" or "canceled" => Steps.Hang,
            "reset" => Steps.Reset,
            "503" => Steps.Status(503),
            _ => Steps.HtmlPage,
        };
        await using var service = await FlakyService.StartAsync(step);
        using var esms = new EsmsClient(Options(service, tries: 1, tryTimeout: ending == "late" ? 1 : 60));
        using var impatience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        if (ending == "canceled")
            service.Arrived += impatience.Cancel;
        using var tap = new TelemetryTap();

        await Record.ExceptionAsync(() => esms.Messages.GetSendStatusAsync(Answers.SmsId, impatience.Token));

        Assert.Equal([tags], tap.TagsOf("esms.call.duration"));
        Assert.Equal(1, Assert.Single(tap.Measured, static one => one.Instrument == "esms.call.tries").Value);
        var activity = Assert.Single(tap.Activities);
        Assert.Equal(("GetSendStatus", ActivityKind.Client), (activity.OperationName, activity.Kind));
        Assert.Equal(ending == "accepted" ? ActivityStatusCode.Unset : ActivityStatusCode.Error, activity.Status);
        Assert.All(tags.Split(' '), tag => Assert.Contains(activity.TagObjects, one => $"{one.Key}={one.Value}" == tag));
    }

    [Fact]
    public async Task An_activity_tells_where_the_call_went_and_belongs_to_the_callers()
    {
        await using var service = await FlakyService.StartAsync(Steps.Status(500), Steps.Reset);
        using var esms = new EsmsClient(Options(service, tries: 3));
        using var tap = new TelemetryTap();
        using var parent = new Activity("parent").Start();

        await esms.Messages.GetSendStatusAsync(Answers.SmsId, Cancellation);

        var activity = Assert.Single(tap.Activities);
        Assert.Same(parent, Activity.Current);
        Assert.Equal(parent.SpanId, activity.ParentSpanId);
        Assert.Equal(3, activity.GetTagItem("esms.tries"));
        Assert.Equal(
            ("esms", "GET", "127.0.0.1"),
            (activity.GetTagItem("messaging.system"), activity.GetTagItem("http.request.method"), activity.GetTagItem("server.address"))
        );
        Assert.Equal(3, Assert.Single(tap.Measured, static one => one.Instrument == "esms.call.tries").Value);
    }

    [Fact]
    public async Task A_send_whose_answer_was_lost_and_was_settled_is_told_as_that()
    {
        await using var service = await FlakyService.StartAsync(Steps.LoseAnswer, Steps.Reset, Steps.Refuse(104));
        using var esms = new EsmsClient(Options(service, tries: 1));
        using var tap = new TelemetryTap();

        var first = await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => esms.Sms.SendCustomerCareAsync(Message, Cancellation));
        var second = await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => esms.Sms.SendCustomerCareAsync(Message, Cancellation));
        await Assert.ThrowsAsync<EsmsApiException>(() => second.SettleAsync(Cancellation));
        await first.SettleAsync(Cancellation);

        Assert.Equal(
            [
                "esms.operation=SendCustomerCare esms.outcome=unknown error.type=connection",
                "esms.operation=SendCustomerCare esms.outcome=unknown error.type=connection",
                "esms.operation=SendCustomerCare esms.outcome=settled_refused esms.result_code=104",
                "esms.operation=SendCustomerCare esms.outcome=settled_already_accepted esms.result_code=124",
            ],
            tap.TagsOf("esms.call.duration")
        );
    }

    [Fact]
    public async Task A_repeat_of_a_send_that_had_been_accepted_is_told_as_that()
    {
        await using var service = await FlakyService.StartAsync(Steps.LoseAnswer);
        using var esms = new EsmsClient(Options(service, tries: 2));
        using var tap = new TelemetryTap("esms.call.duration");

        await esms.Sms.SendCustomerCareAsync(Message, Cancellation);

        Assert.Equal(["esms.operation=SendCustomerCare esms.outcome=already_accepted esms.result_code=124"], tap.TagsOf("esms.call.duration"));
    }

    /// <summary>Each instrument is told whoever else listens or does not.</summary>
    [Theory]
    [InlineData("esms.call.duration")]
    [InlineData("esms.call.tries")]
    [InlineData("esms.call.wait")]
    public async Task One_instrument_alone_is_told_too(string instrument)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
            context.Response.WriteAsync("""{ "CodeResult": "100", "Data": { "status": 1 } }""")
        );
        using var esms = new EsmsClient(server.Options);
        using var tap = new TelemetryTap(instrument);

        await esms.Messages.GetZaloMessageStatusAsync("4097311281936189049", "6dc7499c9ef6baaee3e1", Cancellation);

        Assert.StartsWith("esms.operation=GetZaloMessageStatus", Assert.Single(tap.Measured).Tags, StringComparison.Ordinal);
    }

    private static EsmsOptions Options(FlakyService service, int tries, int tryTimeout = 60)
    {
        var options = service.Options;
        options.MaxTries = tries;
        options.RetryDelay = TimeSpan.Zero;
        options.TryTimeout = TimeSpan.FromSeconds(tryTimeout);
        return options;
    }
}
