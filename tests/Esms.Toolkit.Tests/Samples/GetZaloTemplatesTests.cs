namespace Esms.Tests.Samples;

public sealed class GetZaloTemplatesTests
{
    private const string Published = """
        {
            "CodeResult": "100",
            "ErrorMessage": "success",
            "ZNSTemplates": [
                {
                    "TempContent": "<div class=\"group-desc\" style=\"box-sizing: border-box; -webkit-tap-highlight-color: rgba(0, 0, 0, 0); color: #131820; font-family: Muli, sans-serif; font-size: 16px;\"> <p style=\"box-sizing: border-box; -webkit-tap-highlight-color: rgba(0, 0, 0, 0); margin: 0px; padding: 0px; color: #394e60; font-size: 0.875rem; line-height: 20px;\">Mã OTP của bạn là</p> </div> <p><span class=\"otp-code\" style=\"box-sizing: border-box; -webkit-tap-highlight-color: rgba(0, 0, 0, 0); font-weight: bold; color: #131820; font-size: 1.5rem; letter-spacing: 3.75px; line-height: 24px; display: block; padding: 12px 0px; font-family: Muli, sans-serif;\">{{otp}}</span></p> <div class=\"group-desc\" style=\"box-sizing: border-box; -webkit-tap-highlight-color: rgba(0, 0, 0, 0); color: #131820; font-family: Muli, sans-serif; font-size: 16px;\"> <p style=\"box-sizing: border-box; -webkit-tap-highlight-color: rgba(0, 0, 0, 0); margin: 0px; padding: 0px; color: #394e60; font-size: 0.875rem; line-height: 20px;\">Không tiết lộ cho bất kỳ ai, Mã xác nhận sẽ có hiệu lực trong 5 phút.</p> </div>",
                    "TempId": 205644,
                    "TempName": "Xác nhận đăng ký dịch vụ",
                    "ZNSTempDetail": [
                        {
                            "Limit": 10,
                            "Param": "otp",
                            "ParamLevel": 1,
                            "RequireType": "type_text"
                        }
                    ]
                }
            ]
        }
        """;

    private const string Content = """
        <div class="group-desc" style="box-sizing: border-box; -webkit-tap-highlight-color: rgba(0, 0, 0, 0); color: #131820; font-family: Muli, sans-serif; font-size: 16px;"> <p style="box-sizing: border-box; -webkit-tap-highlight-color: rgba(0, 0, 0, 0); margin: 0px; padding: 0px; color: #394e60; font-size: 0.875rem; line-height: 20px;">Mã OTP của bạn là</p> </div> <p><span class="otp-code" style="box-sizing: border-box; -webkit-tap-highlight-color: rgba(0, 0, 0, 0); font-weight: bold; color: #131820; font-size: 1.5rem; letter-spacing: 3.75px; line-height: 24px; display: block; padding: 12px 0px; font-family: Muli, sans-serif;">{{otp}}</span></p> <div class="group-desc" style="box-sizing: border-box; -webkit-tap-highlight-color: rgba(0, 0, 0, 0); color: #131820; font-family: Muli, sans-serif; font-size: 16px;"> <p style="box-sizing: border-box; -webkit-tap-highlight-color: rgba(0, 0, 0, 0); margin: 0px; padding: 0px; color: #394e60; font-size: 0.875rem; line-height: 20px;">Không tiết lộ cho bất kỳ ai, Mã xác nhận sẽ có hiệu lực trong 5 phút.</p> </div>
        """;

    internal static readonly SampleCall<GetZaloTemplatesResponse> Call = new(
        EsmsJsonContext.Default.GetZaloTemplatesResponse,
        Published,
        static (esms, cancellation) => esms.OfficialAccounts.GetZaloTemplatesAsync("4097311281936189049", MessageType.ZaloPriority, cancellation),
        // Ids are texts for the user of the library.
        writtenBack: Published.Replace("205644", "\"205644\"", StringComparison.Ordinal)
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertJson(
            "/MainService.svc/json/GetTemplate/",
            """
            {
              "ApiKey": "{{ApiKey}}",
              "SecretKey": "{{SecretKey}}",
              "OAId": "4097311281936189049",
              "SmsType": "24"
            }
            """
        );

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal("success", answer.ServiceMessage);
        var template = Assert.Single(answer.Templates);
        Assert.Equal(("205644", "Xác nhận đăng ký dịch vụ", Content), (template.TemplateId, template.Name, template.Content));
        Assert.Null(template.UnknownMembers);
        var variable = Assert.Single(template.Variables!);
        Assert.Equal(("otp", 10, 1, "type_text"), (variable.Name, variable.MaxLength, variable.Position, variable.Kind));
        Assert.Null(variable.UnknownMembers);
    }

    [Fact]
    public async Task The_published_refusal_is_an_exception()
    {
        var refusal = await Call.RefusalAsync("""{ "CodeResult": "101", "ErrorMessage": "Authorize Failed" }""", 101, "Authorize Failed");

        Assert.Null(refusal.Templates);
    }
}
