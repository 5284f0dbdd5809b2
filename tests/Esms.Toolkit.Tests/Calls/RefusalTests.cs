using Esms.Tests.Server;

namespace Esms.Tests.Calls;

public sealed class RefusalTests
{
    [Fact]
    public async Task The_published_refusal_is_an_exception_with_its_code()
    {
        await using var server = await LoopbackServer.AnsweringAsync(Answers.WrongKeys);

        var exception = await server.FailAsync<EsmsApiException>();

        Assert.Equal(EsmsResultCode.WrongCredentials, exception.Code);
        Assert.Null(exception.ServiceMessage);
        Assert.Equal("eSMS refused GetSendStatus with code 101 (WrongCredentials).", exception.Message);
        Assert.Equal("47756317-0cbe-494a-9d02-c85703a1baff20", Assert.IsType<GetSendStatusResponse>(exception.Response).SmsId);
    }

    [Theory]
    [InlineData("9999", "9999")]
    [InlineData("0", "0")]
    [InlineData("-7", "-7")]
    [InlineData("104", "104 (UnknownBrandname)")]
    public async Task A_code_is_told_with_its_name_where_it_has_one(string code, string told)
    {
        await using var server = await LoopbackServer.AnsweringAsync($$"""{ "CodeResponse": "{{code}}" }""");

        var exception = await server.FailAsync<EsmsApiException>();

        Assert.Equal($"eSMS refused GetSendStatus with code {told}.", exception.Message);
    }

    /// <summary>104 is a brand name elsewhere.</summary>
    [Fact]
    public async Task A_code_that_means_something_else_for_an_operation_is_told_by_that()
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{ "CodeResult": "104" }""");
        using var esms = new EsmsClient(server.Options);
        var request = new CallWithTemplateRequest { TemplateId = "1", Phone = "0901888484" };

        var exception = await Assert.ThrowsAsync<EsmsApiException>(() =>
            esms.Voice.CallWithTemplateAsync(request, TestContext.Current.CancellationToken)
        );
        var result = await esms.Voice.TrySendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("eSMS refused CallWithTemplate with code 104 (The script was not found).", exception.Message);
        Assert.Equal(("The script was not found.", "The script was not found."), (exception.Meaning, result.Meaning));
        Assert.Equal((104, 104), ((int)exception.Code, (int)result.Code));
        Assert.Equal(exception.Message, Assert.Throws<EsmsApiException>(() => result.EnsureSuccess()).Message);
    }

    [Fact]
    public async Task A_code_that_means_what_it_means_everywhere_has_no_other_meaning()
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{ "CodeResult": "101" }""");
        using var esms = new EsmsClient(server.Options);

        var result = await esms.Voice.TrySendAsync(
            new CallWithTemplateRequest { TemplateId = "1", Phone = "0901888484" },
            TestContext.Current.CancellationToken
        );

        Assert.Null(result.Meaning);
        Assert.Equal(
            "eSMS refused CallWithTemplate with code 101 (WrongCredentials).",
            Assert.Throws<EsmsApiException>(() => result.EnsureSuccess()).Message
        );
    }

    [Fact]
    public async Task The_same_refusal_is_a_result_for_who_asks_so()
    {
        await using var server = await LoopbackServer.AnsweringAsync(Answers.WrongKeys);
        using var esms = new EsmsClient(server.Options);

        var result = await esms.Messages.TrySendAsync(new GetSendStatusRequest { SmsId = "1" }, TestContext.Current.CancellationToken);

        Assert.False(result.IsSuccess);
        Assert.Equal(EsmsResultCode.WrongCredentials, result.Code);
        Assert.Equal("47756317-0cbe-494a-9d02-c85703a1baff20", result.Response?.SmsId);
        Assert.Equal("GetSendStatus: refused (101)", result.ToString());
        Assert.Equal(EsmsResultCode.WrongCredentials, Assert.Throws<EsmsApiException>(result.EnsureSuccess).Code);
    }

    [Fact]
    public async Task An_accepted_call_is_a_result_with_its_answer()
    {
        await using var server = await LoopbackServer.AnsweringAsync(Answers.Finished);
        using var esms = new EsmsClient(server.Options);

        var result = await esms.Messages.TrySendAsync(new GetSendStatusRequest { SmsId = "1" }, TestContext.Current.CancellationToken);

        Assert.True(result.IsSuccess);
        Assert.Equal(850m, result.EnsureSuccess().TotalPrice);
        Assert.Equal("GetSendStatus: accepted (100)", result.ToString());
    }

    [Fact]
    public async Task A_refusal_without_a_code_keeps_its_text()
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{"error":"Invalid request"}""");

        var exception = await server.FailAsync<EsmsApiException>();

        Assert.Equal(EsmsResultCode.Unspecified, exception.Code);
        Assert.Equal("Invalid request", exception.ServiceMessage);
        Assert.Equal("eSMS refused GetSendStatus without a code.", exception.Message);
    }

    [Theory]
    [InlineData("\"852\"", 852)]
    [InlineData("99", 99)]
    [InlineData("\"0\"", 0)]
    public async Task A_code_without_a_name_is_kept(string json, int code)
    {
        await using var server = await LoopbackServer.AnsweringAsync($$"""{"CodeResponse":{{json}},"Extra":true}""");

        var exception = await server.FailAsync<EsmsApiException>();

        Assert.Equal(code, (int)exception.Code);
        Assert.Contains($"with code {code}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_under_an_http_error_is_still_a_refusal()
    {
        await using var server = await LoopbackServer.AnsweringAsync(Answers.WrongKeys, status: 400);

        var exception = await server.FailAsync<EsmsApiException>();

        Assert.Equal(EsmsResultCode.WrongCredentials, exception.Code);
    }
}
