namespace Esms.Tests.Samples;

public sealed class SendOtpTests
{
    internal static readonly SampleCall<SendOtpResponse> Call = new(
        EsmsJsonContext.Default.SendOtpResponse,
        """{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "d533459ee42b2b9525ba9eabf6a8156" }""",
        static (esms, cancellation) =>
            esms.Otp.SendOtpAsync(
                new SendOtpRequest
                {
                    Phone = "0901888484",
                    TimeAlive = TimeSpan.FromMinutes(5),
                    CodeLength = 6,
                    Brandname = "Baotrixemay",
                    Content = "{OTP} la ma xac minh dang ky Baotrixemay cua ban",
                    DigitsOnly = true,
                },
                cancellation
            )
    );

    /// <summary>Braces, too, are encoded in the address.</summary>
    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertGet(
            "/MainService.svc/json/SendMessageAutoGenCode_V4_get?Phone=0901888484&ApiKey={{ApiKey}}&SecretKey={{SecretKey}}&TimeAlive=5&NumCharOfCode=6"
                + "&Brandname=Baotrixemay&Type=2&message=%7BOTP%7D%20la%20ma%20xac%20minh%20dang%20ky%20Baotrixemay%20cua%20ban&IsNumber=1"
        );

    [Fact]
    public async Task What_is_not_given_is_left_out()
    {
        var call = new SampleCall<SendOtpResponse>(
            EsmsJsonContext.Default.SendOtpResponse,
            "{}",
            static (esms, cancellation) =>
                esms.Otp.SendOtpAsync(
                    new SendOtpRequest
                    {
                        Phone = "0901888484",
                        Brandname = "Baotrixemay",
                        Content = "Ma: {OTP}",
                        DigitsOnly = false,
                    },
                    cancellation
                )
        );

        (await call.RequestAsync()).AssertGet(
            "/MainService.svc/json/SendMessageAutoGenCode_V4_get?Phone=0901888484&ApiKey={{ApiKey}}&SecretKey={{SecretKey}}"
                + "&Brandname=Baotrixemay&Type=2&message=Ma%3A%20%7BOTP%7D&IsNumber=0"
        );
    }

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal(("d533459ee42b2b9525ba9eabf6a8156", 0, null), (answer.SmsId, answer.CountRegenerate, answer.ServiceMessage));
    }

    [Fact]
    public async Task The_published_refusal_is_an_exception()
    {
        var refusal = await Call.RefusalAsync(
            """{ "CodeResult": "101", "CountRegenerate": 0, "ErrorMessage": "Authorize Failed" }""",
            101,
            "Authorize Failed"
        );

        Assert.Equal((0, null), (refusal.CountRegenerate, refusal.SmsId));
    }
}
