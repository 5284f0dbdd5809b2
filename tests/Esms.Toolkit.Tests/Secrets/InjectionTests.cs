#pragma warning disable CS0618 // Deprecated, and the only ways to send a form and XML.
using System.Text.Json.Nodes;
using System.Web;
using System.Xml.Linq;
using Esms.Tests.Server;

namespace Esms.Tests.Secrets;

/// <summary>No value, whoever gave it, becomes more than a value: it arrives as it was given, and the request around it stays as it is.</summary>
public sealed class InjectionTests
{
    public static TheoryData<string> Values =>
        [
            "1\r\nX-Injected: 1",
            "1\r\n\r\nGET /injected HTTP/1.1\r\nHost: x",
            "1\nX-Injected: 1",
            "1&Phone=2",
            "1?a=b",
            "1#",
            "/../../injected",
            "..%2F..",
            "%0d%0aX-Injected:%201",
            "a/b;c=d",
            "\",\"Phone\":\"2",
            "</CONTENT><PHONE>2</PHONE><CONTENT>",
            "]]>",
            "<!ENTITY x SYSTEM 'file:///etc/passwd'>&x;",
            "1\0",
            "Đặng \U0001F600",
            "http://other.example/",
            "+ %2B",
        ];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task In_a_query(string value)
    {
        var request = await SendAsync(esms => esms.Messages.GetSendStatusAsync(value, TestContext.Current.CancellationToken));

        Assert.Equal("RefId ApiKey SecretKey", string.Join(' ', QueryOf(request).AllKeys));
        Assert.Equal(value, QueryOf(request)["RefId"]);
        Assert.StartsWith("GET /MainService.svc/json/GetSendStatus?RefId=", request, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public async Task In_the_path(string value)
    {
        var request = await SendAsync(
            static esms => esms.Account.GetBrandnamesAsync(TestContext.Current.CancellationToken),
            options => options.ApiKey = value
        );

        var segments = request.Split(' ')[1].Split('/');
        Assert.Equal(["", "MainService.svc", "json", "GetListBrandname"], segments[..4]);
        Assert.Equal([value, Canaries.SecretKey], segments[4..].Select(Uri.UnescapeDataString));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public async Task In_json(string value)
    {
        var body = BodyOf(
            await SendAsync(esms =>
                esms.Sms.SendCustomerCareAsync(
                    new SendCustomerCareRequest
                    {
                        Phone = value,
                        Content = value,
                        Brandname = value,
                        RequestId = value,
                    },
                    TestContext.Current.CancellationToken
                )
            )
        );

        var members = JsonNode.Parse(body)!.AsObject();
        Assert.All(["Phone", "Content", "Brandname", "RequestId"], name => Assert.Equal(value, (string?)members[name]));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public async Task In_a_form(string value)
    {
        var body = BodyOf(
            await SendAsync(esms =>
                esms.Sms.SendCustomerCareFormAsync(
                    new SendCustomerCareFormRequest
                    {
                        Phone = value,
                        Content = value,
                        Brandname = value,
                        RequestId = value,
                    },
                    TestContext.Current.CancellationToken
                )
            )
        );

        var form = HttpUtility.ParseQueryString(body);
        Assert.All(["Phone", "Content", "Brandname", "RequestId"], name => Assert.Equal(value, form[name]));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public async Task In_xml(string value)
    {
        var call = new SendCustomerCareXmlRequest
        {
            Phones = [value],
            Content = value,
            Brandname = value,
            RequestId = value,
        };
        if (value.Contains('\0', StringComparison.Ordinal))
        {
            // XML has no way to write it.
            await using var nobody = new RawPeer(static _ => string.Empty);
            using var refusing = new EsmsClient(nobody.Options);
            await Assert.ThrowsAsync<ArgumentException>(() => refusing.Sms.SendCustomerCareXmlAsync(call, TestContext.Current.CancellationToken));
            Assert.Empty(nobody.Received);
            return;
        }
        var root = XDocument
            .Parse(BodyOf(await SendAsync(esms => esms.Sms.SendCustomerCareXmlAsync(call, TestContext.Current.CancellationToken))))
            .Root!;

        // A reader of XML makes one line feed of CR and LF.
        Assert.All(
            ["CONTENT", "BRANDNAME", "REQUESTID", "PHONE"],
            name => Assert.Equal(value.ReplaceLineEndings("\n"), Assert.Single(root.Descendants(name)).Value.ReplaceLineEndings("\n"))
        );
    }

    /// <summary>Calls, and gives back the one request that arrived, with no other header than the client's own.</summary>
    private static async Task<string> SendAsync(Func<EsmsClient, Task> call, Action<EsmsOptions>? configure = null)
    {
        await using var peer = new RawPeer(static _ => RawPeer.Http("""{"CodeResult":"101","CodeResponse":"101"}"""));
        var options = peer.Options;
        configure?.Invoke(options);
        using var esms = new EsmsClient(options);
        await Assert.ThrowsAsync<EsmsApiException>(() => call(esms));
        var request = Assert.Single(peer.Received);
        var headers = request.Split("\r\n\r\n")[0].Split("\r\n")[1..].Select(static line => line.Split(':')[0]).ToList();
        Assert.Empty(headers.Except(["Host", "Content-Type", "Content-Length"]));
        Assert.Equal(3, request.Split("\r\n")[0].Split(' ').Length);
        return request;
    }

    private static System.Collections.Specialized.NameValueCollection QueryOf(string request) =>
        HttpUtility.ParseQueryString(request.Split(' ')[1].Split('?')[1]);

    /// <summary>The peer keeps bytes; the body is UTF-8.</summary>
    private static string BodyOf(string request) =>
        System.Text.Encoding.UTF8.GetString(System.Text.Encoding.Latin1.GetBytes(request.Split("\r\n\r\n", 2)[1]));
}
