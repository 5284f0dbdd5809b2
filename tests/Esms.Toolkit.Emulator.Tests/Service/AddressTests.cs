using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Esms.Emulator.Tests.Harness;

namespace Esms.Emulator.Tests.Service;

/// <summary>Addresses as programs write them: WCF compares paths and names in any letter case, with and without the last slash.</summary>
public sealed class AddressTests
{
    private const string Care = """{ "SmsType": "2", "Brandname": "Baotrixemay", "Phone": "0901888484", "Content": "a" }""";

    [Theory]
    [InlineData("/MainService.svc/json/SendMultipleMessage_V4_post_json/")]
    [InlineData("/MainService.svc/json/SendMultipleMessage_V4_post_json")]
    [InlineData("/mainservice.svc/JSON/sendmultiplemessage_v4_post_json/")]
    [InlineData("/MAINSERVICE.SVC/JSON/SENDMULTIPLEMESSAGE_V4_POST_JSON")]
    [InlineData("//MainService.svc/json//SendMultipleMessage_V4_post_json//")]
    public async Task A_path_is_served_in_any_letter_case_with_any_slashes(string path)
    {
        await using var desk = await Desk.StartAsync();

        var answer = await RawCall.PostJsonAsync(desk.Esms, path, Care);

        Assert.Equal("100", (string?)answer["CodeResult"]);
        Assert.Equal("SendCustomerCare", desk.Esms.Messages.Single().Operation);
    }

    [Theory]
    [InlineData("Phone=0901888484&Content=a&{keys}&Brandname=Baotrixemay&SmsType=2")]
    [InlineData("phone=0901888484&content=a&apikey={key}&secretkey={secret}&brandname=Baotrixemay&smstype=2")]
    [InlineData("PHONE=0901888484&CONTENT=a&APIKEY={key}&SECRETKEY={secret}&BrandName=Baotrixemay&SMSTYPE=2")]
    [InlineData("Phone=0901888484&Content=a&APIKey={key}&SecretKey={secret}&brandname=Baotrixemay&SmsType=2&isunicode=false&requestid=r1")]
    public async Task Names_in_an_address_are_taken_in_any_letter_case(string query)
    {
        await using var desk = await Desk.StartAsync();

        using var answer = await RawCall.GetAsync(desk.Esms, $"/MainService.svc/json/SendMultipleMessage_V4_get?{query}");

        Assert.Equal("100", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["CodeResult"]);
        Assert.Equal(string.Empty, answer.Said("Unknown-Fields"));
        var message = desk.Esms.Messages.Single();
        Assert.Equal(("Baotrixemay", "0901888484", 2), (message.Sender, message.Recipient, message.Type));
        Assert.Equal(query.Contains("requestid", StringComparison.Ordinal) ? "r1" : null, message.RequestId);
    }

    [Fact]
    public async Task A_value_keeps_its_letter_case()
    {
        await using var desk = await Desk.StartAsync();

        var balance = await RawCall.GetJsonAsync(desk.Esms, "/MainService.svc/JSON/GETBALANCE/{key}/{secret}");
        var wrong = await RawCall.GetJsonAsync(
            desk.Esms,
            $"/MainService.svc/json/GetBalance/{desk.Esms.Options.ApiKey.ToUpperInvariant()}/{desk.Esms.Options.SecretKey}"
        );

        Assert.Equal(("100", "101"), ((string?)balance["CodeResponse"], (string?)wrong["CodeResponse"]));
    }

    [Theory]
    [InlineData("ApiKey", "SecretKey", "SmsType")]
    [InlineData("apikey", "secretkey", "smstype")]
    [InlineData("APIKEY", "SECRETKEY", "Smstype")]
    public async Task Names_in_a_form_are_taken_in_any_letter_case(string apiKey, string secretKey, string type)
    {
        await using var desk = await Desk.StartAsync();
        var form =
            $"{apiKey}={desk.Esms.Options.ApiKey}&{secretKey}={desk.Esms.Options.SecretKey}&{type}=2&brandname=Baotrixemay&PHONE=0901888484&content=a";

        using var answer = await RawCall.SendBodyAsync(
            desk.Esms,
            "SendMultipleMessage_V4_post/",
            Encoding.UTF8.GetBytes(form),
            "application/x-www-form-urlencoded"
        );

        Assert.Equal("100", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["CodeResult"]);
        Assert.Equal(("SendCustomerCareForm", string.Empty), (answer.Said("Operation"), answer.Said("Unknown-Fields")));
    }

    [Theory]
    [InlineData("brandname", 104)]
    [InlineData("Brandname", 100)]
    public async Task Names_in_JSON_keep_their_letter_case(string name, int code)
    {
        await using var desk = await Desk.StartAsync();

        await RawCall.PostJsonAsync(
            desk.Esms,
            "SendMultipleMessage_V4_post_json/",
            $$"""{ "SmsType": "2", "{{name}}": "Baotrixemay", "Phone": "0901888484", "Content": "a" }"""
        );

        Assert.Equal(code, desk.Esms.Requests.Single().Code);
    }

    [Fact]
    public async Task In_JSON_another_letter_case_makes_no_trial()
    {
        await using var desk = await Desk.StartAsync();

        using var answer = await RawCall.SendAsync(
            desk.Esms,
            "SendMultipleMessage_V4_post_json/",
            """{ "SmsType": "2", "Brandname": "Baotrixemay", "Phone": "0901888484", "Content": "a", "sandbox": "1" }"""
        );

        Assert.Equal("sandbox - did you mean 'Sandbox'?", answer.Said("Unknown-Fields"));
        Assert.Single(desk.Esms.Messages);
    }

    [Theory]
    [InlineData("rest.esms.vn")]
    [InlineData("restapi.esms.vn")]
    [InlineData("api.esms.vn")]
    [InlineData("rest.apiesms.com")]
    [InlineData("voiceapi.esms.vn")]
    public async Task Every_host_of_the_service_is_served(string host)
    {
        await using var desk = await Desk.StartAsync();

        Assert.Equal(
            "100",
            (string?)(await RawCall.GetJsonAsync(desk.Esms, "/MainService.svc/json/GetBalance/{key}/{secret}", host))["CodeResponse"]
        );
    }

    [Fact]
    public async Task The_older_look_ups_answer_as_the_newer_ones_do()
    {
        await using var desk = await Desk.StartAsync();
        var sent = await desk.SendSmsAsync();
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));

        var balance = await RawCall.GetJsonAsync(desk.Esms, "/MainService.svc/json/GetBalance/{key}/{secret}");
        var brandnames = await RawCall.GetJsonAsync(desk.Esms, "/MainService.svc/json/GetListBrandnameV2/{key}/{secret}");
        var messages = await SentDataAsync(desk, "<FROM>2026/01/05 10:00:00</FROM><TO>2026/01/05 11:00:00</TO>");
        var ofAnotherType = await SentDataAsync(desk, "<FROM>2026/01/05 10:00:00</FROM><TO>2026/01/05 11:00:00</TO><SMSTYPE>1</SMSTYPE>");

        Assert.Equal(await desk.BalanceAsync(), (decimal)balance["Balance"]!);
        Assert.All(brandnames["ListBrandName"]!.AsArray(), static row => Assert.NotEmpty((string)row!["ServiceId"]!));
        Assert.Contains(brandnames["ListBrandName"]!.AsArray(), static row => (string?)row!["Brandname"] == "Baotrixemay");
        var message = Assert.Single(messages["SentData"]!.AsArray())!;
        Assert.Equal(
            (sent.SmsId, true, "05/01/2026 10:00:02", 1),
            ((string?)message["ReferenceId"], (bool)message["SentResult"]!, (string?)message["SentTime"], (int)messages["CountTotal"]!)
        );
        Assert.Empty(ofAnotherType["SentData"]!.AsArray());
    }

    [Theory]
    [InlineData("/MainService.svc/json/SendMultipleMessage_V4_postjson/", "did you mean '/MainService.svc/json/SendMultipleMessage_V4_post_json/'?")]
    [InlineData("/MainService.svc/json/GetBalanc_json", "did you mean '/MainService.svc/json/GetBalance_json'?")]
    [InlineData("/MainService.svc/GetBalance_json", "did you mean '/MainService.svc/json/GetBalance_json'?")]
    [InlineData("/MainService.svc/json/GetListBrandnames/a/b", "did you mean '/MainService.svc/json/GetListBrandname/{ApiKey}/{SecretKey}'?")]
    [InlineData("/MainService.svc/json/SendZaloMessage_V6/zalouid/", "did you mean '/MainService.svc/json/SendZaloMessage_V6/zalo_uid/'?")]
    [InlineData("/MainService.svc/xml/GetSmsStatus/", "answers in XML are not served here; call the same operation at /MainService.svc/json/")]
    [InlineData("/MainService.svc?wsdl", "SOAP is not served here; call the same operation at /MainService.svc/json/")]
    [InlineData("/nothing/alike", "")]
    public async Task A_path_that_is_not_served_is_answered_with_what_was_probably_meant(string path, string hint)
    {
        await using var desk = await Desk.StartAsync();

        using var answer = await RawCall.GetAsync(desk.Esms, path);

        Assert.Equal((HttpStatusCode.NotFound, hint), (answer.StatusCode, answer.Said("Problem")));
        Assert.Contains(hint, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_method_is_answered_with_the_right_one()
    {
        await using var desk = await Desk.StartAsync();

        using var answer = await RawCall.GetAsync(desk.Esms, "/MainService.svc/json/GetBalance_json");

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "it is called with POST"), (answer.StatusCode, answer.Said("Problem")));
    }

    private static async Task<JsonObject> SentDataAsync(Desk desk, string fields)
    {
        var xml = $"<RQST><APIKEY>{desk.Esms.Options.ApiKey}</APIKEY><SECRETKEY>{desk.Esms.Options.SecretKey}</SECRETKEY>{fields}</RQST>";
        using var answer = await RawCall.SendBodyAsync(desk.Esms, "GetSmsSentData_V1", Encoding.UTF8.GetBytes(xml), "text/plain");
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
    }
}
