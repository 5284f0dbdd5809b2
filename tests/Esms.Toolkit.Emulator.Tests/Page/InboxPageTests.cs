using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Esms.Emulator.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;

namespace Esms.Emulator.Tests.Page;

/// <summary>The files of the inbox page, as a browser gets them.</summary>
public sealed partial class InboxPageTests
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly HttpClient Http = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "text/html")]
    [InlineData("_emulator/page/inbox.js", "text/javascript")]
    [InlineData("_emulator/page/inbox.css", "text/css")]
    [InlineData("_emulator/page/icon.svg", "image/svg+xml")]
    public async Task It_is_served_with_a_policy_that_lets_nothing_else_in(string path, string type)
    {
        await using var desk = await Desk.StartAsync();

        using var answer = await Http.GetAsync(new Uri(desk.Esms.BaseAddress, path), Cancellation);

        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal(Policy, answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("")]
    [InlineData("_emulator/page/inbox.js")]
    [InlineData("_emulator/keys")]
    [InlineData("_emulator/events")]
    public async Task It_is_for_this_machine_only(string path)
    {
        await using var desk = await Desk.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(desk.Esms.BaseAddress, path));
        request.Headers.Host = "stranger.example";

        using var answer = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Nothing_is_inline_and_nothing_comes_from_elsewhere()
    {
        await using var desk = await Desk.StartAsync();
        var page = await ReadAsync(desk, "");
        Assert.Contains("<main>", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(Inline(), page);

        Assert.Contains("inbox.js", InboxPage.Files);
        foreach (var file in InboxPage.Files)
        {
            var text = await ReadAsync(desk, $"_emulator/page/{file}");
            Assert.DoesNotMatch(OutsideResource(), text.Replace("http://www.w3.org/2000/svg", string.Empty, StringComparison.Ordinal));
            Assert.DoesNotMatch(TextAsHtml(), text);
        }
    }

    [Fact]
    public async Task Every_file_that_the_page_names_is_there()
    {
        await using var desk = await Desk.StartAsync();
        var named = Named().Matches(await ReadAsync(desk, "")).Select(static match => match.Groups["path"].Value).ToList();
        Assert.Equal(5, named.Count);
        foreach (var file in InboxPage.Files.Where(static file => file.EndsWith(".js", StringComparison.Ordinal)))
            named.AddRange(
                Imported()
                    .Matches(await ReadAsync(desk, $"_emulator/page/{file}"))
                    .Select(static match => $"_emulator/page/{match.Groups["file"].Value}")
            );

        foreach (var path in named.Distinct())
            Assert.NotEmpty(await ReadAsync(desk, path));
    }

    [Fact]
    public async Task Both_languages_say_the_same_things_and_all_that_is_said()
    {
        await using var desk = await Desk.StartAsync();
        var (english, vietnamese) = (KeysOf(await ReadAsync(desk, "_emulator/page/en.js")), KeysOf(await ReadAsync(desk, "_emulator/page/vi.js")));

        Assert.Equal(english, vietnamese);
        Assert.True(english.Count > 50);
        foreach (var file in InboxPage.Files)
        {
            var text = await ReadAsync(desk, $"_emulator/page/{file}");
            Assert.All(Said().Matches(text), match => Assert.Contains(match.Groups["key"].Value, english));
        }
    }

    [Fact]
    public async Task Under_a_path_it_is_there_too_and_an_application_keeps_its_own_first_page()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddEsmsEmulator();
        await using var app = builder.Build();
        app.MapGet("/", static () => "own");
        app.MapEsmsEmulator();
        app.MapEsmsEmulator("/esms");
        await app.StartAsync(Cancellation);
        using var client = app.GetTestClient();

        Assert.Equal("own", await client.GetStringAsync(new Uri("/", UriKind.Relative), Cancellation));
        Assert.Contains("<main>", await client.GetStringAsync(new Uri("/esms/", UriKind.Relative), Cancellation), StringComparison.Ordinal);
        using var bare = await client.GetAsync(new Uri("/esms", UriKind.Relative), Cancellation);
        Assert.Equal("/esms/", bare.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_contracts_have_what_a_form_needs()
    {
        await using var desk = await Desk.StartAsync();

        var contracts = JsonNode.Parse(await ReadAsync(desk, "_emulator/contracts"))!.AsArray();
        var send = contracts.Single(static contract => (string?)contract!["operation"] == "SendCustomerCare")!;
        var phone = send["request"]!.AsArray().Single(static field => (string?)field!["wire"] == "Phone")!;

        Assert.Equal(("POST", "Json", "Sms"), ((string?)send["method"], (string?)send["body"], (string?)send["group"]));
        Assert.Equal(
            ("Text", "Text", true, false),
            ((string?)phone["type"], (string?)phone["kind"], (bool)phone["isRequired"]!, (bool)phone["isKey"]!)
        );
        Assert.NotEqual(string.Empty, (string?)phone["summary"]);
        Assert.All(contracts, static contract => Assert.Equal((string?)contract!["body"] == "Xml", contract["xmlRoot"] is not null));
    }

    private static Task<string> ReadAsync(Desk desk, string path) => Http.GetStringAsync(new Uri(desk.Esms.BaseAddress, path), Cancellation);

    private static List<string> KeysOf(string words) => [.. Key().Matches(words).Select(static match => match.Groups["key"].Value)];

    [GeneratedRegex("""<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex("""https?://|url\(|@import|["']//""")]
    private static partial Regex OutsideResource();

    [GeneratedRegex("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function")]
    private static partial Regex TextAsHtml();

    [GeneratedRegex("""(?:src|href)="(?<path>[^"#]+)["]""")]
    private static partial Regex Named();

    [GeneratedRegex("""from "\./(?<file>[^"]+)["]""")]
    private static partial Regex Imported();

    [GeneratedRegex("""^  (?<key>\w+): """, RegexOptions.Multiline)]
    private static partial Regex Key();

    [GeneratedRegex("""(?:\bsay\("|\bbutton\("|data-say(?:-label|-placeholder)?=")(?<key>\w+)["]""")]
    private static partial Regex Said();
}
