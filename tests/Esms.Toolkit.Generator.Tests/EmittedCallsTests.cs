using Esms.Toolkit.Tests.Harness;

namespace Esms.Toolkit.Tests;

/// <summary>What the generator writes, compiled and called.</summary>
public sealed class EmittedCallsTests
{
    private const string Probe = """
        using System;
        using System.Net.Http;
        using System.Text.Json;
        using System.Threading.Tasks;
        using Esms;
        using Shop.Messaging;

        public static class Probe
        {
            private static readonly EsmsOptions Options = new() { ApiKey = "k&1", SecretKey = "s=2", MaxTries = 1 };

            public static async Task<string> RunAsync(HttpMessageHandler handler)
            {
                using var connection = new EsmsConnection(Options, handler);
                BODY
            }
        }
        """;

    [Fact]
    public async Task The_generated_client_can_be_called()
    {
        var outcome = GeneratorHarness
            .Start(
                [TestContract.GetSendStatus, TestContract.SendStatus],
                Probe.Replace(
                    "BODY",
                    """
                    var status = await new MessagesClient(connection).GetSendStatusAsync("x y");
                    return $"{status.SmsId} {status.SendStatus} {status.TotalPrice}";
                    """,
                    StringComparison.Ordinal
                )
            )
            .Run();
        using var handler = new AnsweringHandler("""{"CodeResponse":"100","SMSID":"x y","SendStatus":5,"TotalPrice":850.0000}""");

        Assert.Equal("x y Finished 850.0000", await outcome.CallProbeAsync(handler));
        Assert.Equal("https://rest.esms.vn/MainService.svc/json/GetSendStatus?RefId=x%20y&ApiKey=k%261&SecretKey=s%3D2", handler.Asked?.AbsoluteUri);
    }

    [Fact]
    public async Task Every_type_of_field_is_sent_as_the_contract_says()
    {
        var outcome = GeneratorHarness
            .Start(
                [TestContract.Everything],
                Probe.Replace(
                    "BODY",
                    """
                    var inner = new Inner { UserId = "u", More = new Inner { UserId = "v" } };
                    var result = await new EverythingClient(connection).TrySendAsync(new FindEverythingRequest
                    {
                        RequestId = "r", Text = "Đặng", OptionalText = "", Number = -1, Large = long.MaxValue, Ratio = 0.50m, Amount = 850.0000m, IsTrue = true, Sandbox = true,
                        From = new DateTimeOffset(2025, 1, 1, 23, 30, 0, TimeSpan.Zero), Day = new DateTimeOffset(2024, 8, 1, 20, 0, 0, TimeSpan.Zero), TimeAlive = TimeSpan.FromSeconds(61),
                        Params = new[] { "a", "b" }, Kinds = new[] { Kind.Special, (Kind)7 },
                        TempData = new System.Collections.Generic.Dictionary<string, string> { ["name"] = "x" }, Pairs = new System.Collections.Generic.Dictionary<string, string> { ["k"] = "v" },
                        Inner = inner, Inners = new[] { inner }, Data = new TwoParts { First = inner, Second = new Detail { Phone = "1" } },
                        Buttons = new Button[] { new QueryButton { Title = "t", Payload = "p" }, new UrlButton { Title = "t", Payload = inner } }, Class = "c",
                    });
                    return result.ToString();
                    """,
                    StringComparison.Ordinal
                )
            )
            .Run();
        using var handler = new AnsweringHandler("""{"CodeResponse":0,"Text":"x","Number":2,"Amount":1}""");

        Assert.Equal("FindEverything: accepted (0)", await outcome.CallProbeAsync(handler));
        const string Inner = """{"user_id":"u","more":{"user_id":"v"}}""";
        Assert.Equal(
            "application/json; charset=utf-8: {\"ApiKey\":\"k&1\",\"SecretKey\":\"s=2\",\"SmsType\":\"2\",\"Channels\":[\"zalo\",\"sms\"],\"RequestId\":\"r\",\"Text\":\"Đặng\",\"optional_text\":\"\",\"Number\":-1,"
                + "\"Large\":\"9223372036854775807\",\"Ratio\":0.50,\"Amount\":\"850.0000\",\"IsTrue\":true,\"Sandbox\":\"1\",\"Page\":1,\"Mode\":\"26\",\"From\":\"2025-01-02 06:30:00\",\"Day\":\"02/08/2024\",\"TimeAlive\":2,"
                + "\"Params\":[\"a\",\"b\"],\"Kinds\":[\"26\",\"7\"],\"TempData\":{\"name\":\"x\"},\"Pairs\":[{\"key\":\"k\",\"value\":\"v\"}],"
                + $"\"Inner\":{Inner},\"Inners\":[{Inner}],\"Data\":[{Inner},{{\"Phone\":\"1\"}},null,3,\"none\",false],"
                + $"\"Buttons\":[{{\"title\":\"t\",\"type\":\"oa.query.show\",\"payload\":\"p\"}},{{\"title\":\"t\",\"type\":\"oa.open.url\",\"payload\":{Inner}}}],\"class\":\"c\"}}",
            handler.Sent
        );
        Assert.Equal("https://rest.esms.vn//MainService.svc/json/Find_Everything/", handler.Asked?.OriginalString);
    }

    [Fact]
    public async Task Every_type_of_field_is_read_and_written_back()
    {
        var outcome = GeneratorHarness
            .Start(
                [TestContract.Everything],
                Probe.Replace(
                    "BODY",
                    """
                    var answer = await new EverythingClient(connection).FindEverythingAsync(new FindEverythingRequest { Text = "t", Number = 1, Params = new[] { "a" } });
                    var json = JsonSerializer.Serialize(answer, GeneratedEsmsJsonContext.Default.FindEverythingResponse);
                    return $"{answer.SentTime:o} {answer.Delivered:o} {answer.CallDuration} {answer.ErrorInfo!.Value!.UserId} {answer.ErrorInfo.Rest} {answer.Details![1].IsAccepted} {json}";
                    """,
                    StringComparison.Ordinal
                )
            )
            .Run();
        const string Same =
            """{"CodeResponse":0,"ErrorMessage":"success","Text":"x","Number":2,"Large":9223372036854775807,"Ratio":0.50,"Amount":850.0000,"IsTrue":true,"Flag":0,"Kind":-1,"SentTime":"/Date(1705484048995\u002B0700)/","Delivered":"1705484048995","CallDuration":13,"ErrorInfo":"{\u0022user_id\u0022:\u0022u\u0022}Object reference not set","Details":[{"Phone":"1","CodeResult":"100"},{"Phone":"2","CodeResult":"108"}],"Inner":{"user_id":"u","new":[1,{"a":null}]},"Data":[{"user_id":"f"},{"Phone":"3"},5,3,"none",false],"Buttons":[{"title":"t","type":"oa.open.url","payload":{"user_id":"u"}}],"Names":["a",""],"Numbers":[1,2],"TempData":{"k":"v"},"if":"y","T\u00EAn":"z","Unheard":{"of":[true,"\u1EA1\"",1.0e5]}}""";
        var tolerated = Same.Replace("\"Number\":2", "\"Number\":\"2\"", StringComparison.Ordinal)
            .Replace("\"Flag\":0", "\"Flag\":\"false\"", StringComparison.Ordinal)
            .Replace("\"IsTrue\":true", "\"IsTrue\":\"1\"", StringComparison.Ordinal)
            .Replace("[1,2]", "[1,\"2\"]", StringComparison.Ordinal)
            .Replace("\"none\",false]", "\"none\",false,[6]]", StringComparison.Ordinal);
        using var handler = new AnsweringHandler(tolerated);

        Assert.Equal(
            $"2024-01-17T16:34:08.9950000+07:00 2024-01-17T16:34:08.9950000+07:00 00:00:13 u Object reference not set False {Same}",
            await outcome.CallProbeAsync(handler)
        );
    }

    [Fact]
    public async Task A_position_that_is_missing_has_its_default()
    {
        var outcome = GeneratorHarness
            .Start(
                [TestContract.Everything],
                Probe.Replace(
                    "BODY",
                    """
                    var answer = await new EverythingClient(connection).FindEverythingAsync(new FindEverythingRequest { Text = "t", Number = 1, Params = new[] { "a" } });
                    return $"{answer.Data!.Count is null} {answer.Data.Times} {answer.Data.Label} {answer.Data.IsLast}";
                    """,
                    StringComparison.Ordinal
                )
            )
            .Run();
        using var handler = new AnsweringHandler("""{"CodeResponse":100,"Text":"x","Number":1,"Amount":1,"Data":[{"user_id":"f"},{"Phone":"3"}]}""");

        Assert.Equal("True 3 none False", await outcome.CallProbeAsync(handler));
    }

    [Theory]
    [InlineData("\"Number\":1", "\"Number\":true", "Number")]
    [InlineData("\"Number\":1", "\"Number\":\"\",\"Ratio\":\"0.5\"", "Number")]
    [InlineData("\"Amount\":1", "\"Ratio\":\"0.5\",\"Amount\":\"x\"", "Amount")]
    [InlineData("\"Text\":\"x\"", "\"Text\":[],\"Names\":[1]", "Text")]
    [InlineData("\"CodeResponse\":100", "\"CodeResponse\":{},\"Names\":[1]", "CodeResponse")]
    public async Task What_the_contract_does_not_accept_is_an_error_that_names_the_field(string from, string to, string field)
    {
        var outcome = GeneratorHarness
            .Start(
                [TestContract.Everything],
                Probe.Replace(
                    "BODY",
                    """
                    await new EverythingClient(connection).FindEverythingAsync(new FindEverythingRequest { Text = "t", Number = 1, Params = new[] { "a" } });
                    return "";
                    """,
                    StringComparison.Ordinal
                )
            )
            .Run();
        using var handler = new AnsweringHandler(
            """{"CodeResponse":100,"Text":"x","Number":1,"Amount":1}""".Replace(from, to, StringComparison.Ordinal)
        );

        var unknown = await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => outcome.CallProbeAsync(handler));

        Assert.Equal(field, Assert.IsType<EsmsProtocolException>(Assert.Single(unknown.Tries)).Field);
    }

    [Theory]
    [InlineData("Text = \"\"", "Text is required")]
    [InlineData("Text = new string('x', 255)", "Text has 255 characters, and eSMS takes at most 254")]
    [InlineData("Text = \"t\", RequestId = new string('x', 51)", "RequestId has 51 characters")]
    [InlineData("Text = \"t\", Params = new string[0]", "Params has 0 items, and eSMS takes 1 to 3")]
    [InlineData("Text = \"t\", Params = new string[] { \"a\", null! }", "Params has an item that is null")]
    [InlineData("Text = \"t\", Params = null!", "Params is required")]
    [InlineData("Text = \"t\", Inner = new Inner { UserId = \"u\", More = new Inner { UserId = \"\" } }", "UserId is required")]
    [InlineData(
        "Text = \"t\", Buttons = new Button[] { new QueryButton { Title = new string('x', 101), Payload = \"p\" } }",
        "Title has 101 characters"
    )]
    public async Task What_is_out_of_bounds_is_told_and_not_sent(string values, string message)
    {
        var more = values.Contains("Params", StringComparison.Ordinal) ? string.Empty : ", Params = new[] { \"a\" }";
        var outcome = GeneratorHarness
            .Start(
                [TestContract.Everything],
                Probe.Replace(
                    "BODY",
                    $$"""
                    await new EverythingClient(connection).FindEverythingAsync(new FindEverythingRequest { Number = 1, {{values}}{{more}} });
                    return "";
                    """,
                    StringComparison.Ordinal
                )
            )
            .Run();
        using var handler = new AnsweringHandler("{}");

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => outcome.CallProbeAsync(handler));

        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
        Assert.Null(handler.Asked);
    }

    [Fact]
    public async Task An_address_carries_what_it_can()
    {
        var outcome = GeneratorHarness
            .Start(
                TestContract.Travels,
                Probe.Replace(
                    "BODY",
                    """
                    var answer = await new EverythingClient(connection).AskByAddressAsync(new AskByAddressRequest
                    {
                        Id = "a/b c", Text = "Đặng", Number = 5, Large = -6, Ratio = 0.50m, IsTrue = false, SandBox = true, Kind = SharedKind.Usual,
                        SendDate = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.FromHours(7)), TimeAlive = TimeSpan.FromMinutes(2),
                    });
                    return string.Join(",", System.Linq.Enumerable.Select(answer.Items!, item => item.Kind));
                    """,
                    StringComparison.Ordinal
                )
            )
            .Run();
        using var handler = new AnsweringHandler("""{"Code":100,"Items":[{"Kind":1},{"Kind":9}]}""");

        Assert.Equal("Usual,9", await outcome.CallProbeAsync(handler));
        Assert.Equal(
            "https://rest.esms.vn/MainService.svc/json/Ask/k%261/s%3D2/a%2Fb%20c/?smstype=2&Text=%C4%90%E1%BA%B7ng&Number=5&Large=-6&Ratio=0.50&IsTrue=false&SandBox=1&Kind=1&SendDate=2025%2F01%2F01%2000%3A00%3A00&TimeAlive=120",
            handler.Asked?.OriginalString
        );
        // An empty body and no media type: without a body, .NET repeats a request by itself, and this one may do its work twice.
        Assert.Equal(": ", handler.Sent);
    }

    [Fact]
    public async Task Forms_and_xml_carry_what_they_can()
    {
        var outcome = GeneratorHarness
            .Start(
                TestContract.Travels,
                Probe.Replace(
                    "BODY",
                    """
                    var client = new EverythingClient(connection);
                    await client.SendAsFormAsync(new SendAsFormRequest { Content = "a & b + đ", Count = 3 });
                    var form = ((dynamic)handler).Sent;
                    await client.SendAsXmlAsync(new SendAsXmlRequest { CONTENT = "<a & b>", Phones = new[] { "1", "2" }, SENDDATE = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.FromHours(7)) });
                    return form + "\n" + ((dynamic)handler).Sent;
                    """,
                    StringComparison.Ordinal
                )
            )
            .Run();
        using var handler = new AnsweringHandler("""{"CodeResult":"100"}""");

        Assert.Equal(
            "application/x-www-form-urlencoded; charset=utf-8: Apikey=k%261&SecretKey=s%3D2&SmsType=2&Content=a%20%26%20b%20%2B%20%C4%91&Count=3\n"
                + "text/plain; charset=utf-8: <RQST><APIKEY>k&amp;1</APIKEY><SECRETKEY>s=2</SECRETKEY><SMSTYPE>2</SMSTYPE><CONTENT>&lt;a &amp; b&gt;</CONTENT><SENDDATE>2025-01-01 00:00:00</SENDDATE>"
                + "<CONTACTS><CUSTOMER><PHONE>1</PHONE></CUSTOMER><CUSTOMER><PHONE>2</PHONE></CUSTOMER></CONTACTS></RQST>",
            await outcome.CallProbeAsync(handler)
        );
    }

    [Theory]
    [InlineData("Text")]
    [InlineData("Number")]
    [InlineData("Amount")]
    public async Task A_required_member_of_any_type_is_missed(string member)
    {
        var outcome = GeneratorHarness
            .Start(
                [TestContract.Everything],
                Probe.Replace(
                    "BODY",
                    """
                    var result = await new EverythingClient(connection).TrySendAsync(new FindEverythingRequest { Text = "t", Number = 1, Params = new[] { "a" } });
                    return result.UnknownOutcome is { } unknown ? ((EsmsProtocolException)unknown.Tries[0]).Field ?? "" : result.ToString();
                    """,
                    StringComparison.Ordinal
                )
            )
            .Run();
        using var accepted = new AnsweringHandler(
            """{"CodeResponse":100,"Text":"x","Number":1,"Amount":1}""".Replace(member, "Other", StringComparison.Ordinal)
        );
        using var refused = new AnsweringHandler("""{"CodeResult":"101"}""");

        Assert.Equal(member, await outcome.CallProbeAsync(accepted));
        Assert.Equal("FindEverything: refused (101)", await outcome.CallProbeAsync(refused));
    }
}
