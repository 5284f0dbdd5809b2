using Esms.Cli.Tests.Export.Tools;

namespace Esms.Cli.Tests.Export;

/// <summary>The exported mappings in the real WireMock, called by the typed client.</summary>
[FullRun("needs npm and Java")]
public sealed class WireMockTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_client_gets_every_published_answer_refusals_included()
    {
        await using var wireMock = await StartAsync(static root => EsmsTool.Invoke("export", "wiremock", "--output", root + "/"));
        await using var proxy = await PreferProxy.StartAsync(wireMock.BaseAddress);

        var (count, failures) = await PublishedAnswers.AskForEachAsync(proxy);
        var (calls, own) = await PublishedAnswers.CallEachAsync(proxy);

        Assert.Empty(failures);
        Assert.Empty(own);
        Assert.Equal((134, 60), (count, calls));
    }

    [Fact]
    public async Task Other_values_are_accepted_and_a_wrong_shape_is_refused()
    {
        await using var wireMock = await StartAsync(static root => EsmsTool.Invoke("export", "wiremock", "--output", root + "/"));
        using var http = new HttpClient { BaseAddress = wireMock.BaseAddress };
        const string Address = "/MainService.svc/json/SendMultipleMessage_V4_post_json/";
        const string Whole =
            """{ "ApiKey": "a", "SecretKey": "b", "Brandname": "Other", "Phone": "0987654321", "Content": "else", "SmsType": "2" }""";

        var accepted = await AskAsync(http, Address, Whole);
        var otherKind = await AskAsync(http, Address, Whole.Replace("\"2\"", "\"99\"", StringComparison.Ordinal));
        var withoutPhone = await AskAsync(http, Address, Whole.Replace("Phone", "Fone", StringComparison.Ordinal));
        var noJson = await AskAsync(http, Address, "<RQST/>");

        Assert.Contains("d533459ee42b2b9525ba9eabf6a8156", accepted, StringComparison.Ordinal);
        Assert.All([otherKind, withoutPhone, noJson], static answer => Assert.DoesNotContain("\"100\"", answer, StringComparison.Ordinal));
    }

    /// <summary>One file is what the admin address of a running WireMock imports.</summary>
    [Fact]
    public async Task One_file_can_be_imported_into_a_running_one()
    {
        await using var wireMock = await StartAsync(static _ => { });
        using var http = new HttpClient { BaseAddress = wireMock.BaseAddress };
        var (code, mappings, _) = EsmsTool.Invoke("export", "wiremock", "--operation", "GetBalance");
        Assert.Equal(0, code);

        using var content = new StringContent(mappings);
        using var imported = await http.PostAsync(new Uri("/__admin/mappings/import", UriKind.Relative), content, Cancellation);

        Assert.True(imported.IsSuccessStatusCode, await imported.Content.ReadAsStringAsync(Cancellation));
        using var esms = new EsmsClient(
            new EsmsOptions
            {
                ApiKey = "a",
                SecretKey = "b",
                BaseAddress = wireMock.BaseAddress,
            }
        );
        Assert.Equal(36693m, (await esms.Account.GetBalanceAsync(Cancellation)).Balance);
    }

    private static async Task<string> AskAsync(HttpClient http, string address, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(address, UriKind.Relative), content, Cancellation);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    private static async Task<ToolServer> StartAsync(Action<string> prepare)
    {
        var folder = await NodeFolder.GetWithJavaAsync();
        var root = Directory.CreateTempSubdirectory("esms-wiremock").FullName;
        prepare(root);
        var jar = Directory.GetFiles(Path.Combine(folder, "node_modules", "wiremock", "build"), "*.jar").Single();
        return await ToolServer.StartAsync(
            "java",
            port => ["-jar", jar, "--port", $"{port}", "--root-dir", root, "--disable-banner", "--bind-address", "127.0.0.1"],
            folder,
            "/__admin/mappings"
        );
    }
}
