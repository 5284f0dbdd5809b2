using Esms.Inbox.Tests.Harness;
using static Microsoft.Playwright.Assertions;

namespace Esms.Inbox.Tests;

/// <summary>What others write stays text, and stays in its place.</summary>
public sealed class HostileTextTests(Chromium chromium)
{
    private const string Markup =
        "<script>window.isBroken = 1</script><img src=x onerror='window.isBroken = 1'>" + "<svg onload='window.isBroken = 1'>\"'&amp;{{1}}${1}";

    private const string RightToLeft = "\u202Eabc\u202B\u2067 שלום مرحبا";
    private const string Emoji = "👩‍👩‍👧‍👦🏴‍☠️e\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308";

    private static readonly string[] Texts =
    [
        Markup,
        RightToLeft,
        Emoji,
        new string('W', 10_000),
        Markup + RightToLeft + Emoji + new string('m', 10_000),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public Task Whatever_a_message_says_it_is_text(int width) =>
        OpenInbox.RunAsync(
            chromium,
            async inbox =>
            {
                foreach (var text in Texts)
                    await SendEverywhereAsync(inbox, text);
                var messages = inbox.Esms.Messages.Search(new() { Limit = 100 }).Page;
                Assert.True(messages.Count >= Texts.Length * 4, $"{messages.Count}");
                await Expect(inbox.Rows).ToHaveCountAsync(messages.Count);
                await Probe.AssertInPlaceAsync(inbox.Page);

                foreach (var message in messages)
                {
                    await inbox.Page.Locator($"#message-{message.Number}").ClickAsync();
                    await Expect(inbox.Details.Locator(".line code").First).ToHaveTextAsync(message.Id);
                    if (message.Channel == Emulator.EmulatedChannel.Sms)
                        Assert.Equal(message.Content, await inbox.Details.Locator(".bubble").TextContentAsync());
                    await Probe.AssertInPlaceAsync(inbox.Page);
                }
                Assert.Equal(0, await inbox.Page.Locator("main img, main script, main svg, main iframe").CountAsync());
                Assert.False(await inbox.Page.EvaluateAsync<bool>("() => 'isBroken' in window"));
            },
            new() { Width = width },
            new() { Catalogue = { Brandnames = { new() { Name = "*" } }, OfficialAccounts = { new() { Id = "*" } } } }
        );

    [Fact]
    public Task Whatever_is_typed_in_is_text() =>
        OpenInbox.RunAsync(
            chromium,
            async inbox =>
            {
                await inbox.Button("Try an operation").ClickAsync();
                foreach (var text in Texts)
                {
                    await inbox.Page.Locator("[name=Content]").FillAsync(text);
                    await inbox.Page.Locator("[name=Phone]").FillAsync(text);
                    await inbox.Button("Send").ClickAsync();
                    await Expect(inbox.Page.Locator("#try-result")).ToContainTextAsync("Answer with HTTP status 200");
                    await Probe.AssertInPlaceAsync(inbox.Page);
                }
                Assert.Equal(0, await inbox.Page.Locator("dialog img, dialog script").CountAsync());
                Assert.False(await inbox.Page.EvaluateAsync<bool>("() => 'isBroken' in window"));
            }
        );

    private static async Task SendEverywhereAsync(OpenInbox inbox, string text)
    {
        var client = inbox.Client;
        var callbackUrl = $"http://127.0.0.1:1/{Uri.EscapeDataString(text)}";
        await client.Sms.SendCustomerCareAsync(
            new()
            {
                Brandname = text,
                Phone = "0901888484",
                Content = text,
                CallbackUrl = callbackUrl,
            },
            Cancellation
        );
        await client.Viber.SendViberAsync(
            new()
            {
                Brandname = text,
                Content = text,
                Phones = ["0901888484"],
                ButtonLabel = text,
                ImageUrl = text,
            },
            Cancellation
        );
        var inAddress = text[..Math.Min(text.Length, 1000)];
        await client.Voice.CallWithTemplateAsync(
            new()
            {
                TemplateId = inAddress,
                Phone = "0901888484",
                Variables = inAddress,
            },
            Cancellation
        );
        await client.Zalo.SendZaloTemplateAsync(
            new()
            {
                OfficialAccountId = text,
                TemplateId = text,
                Phone = "0901888484",
                TempData = new Dictionary<string, string> { [text] = text },
            },
            Cancellation
        );
        await client.Zalo.SendZaloTemplateToUserAsync(
            new()
            {
                OfficialAccountId = "*",
                TemplateId = "1",
                UserId = "\u202E<b>שלום</b>",
                TempData = new Dictionary<string, string> { ["a"] = text },
            },
            Cancellation
        );
    }
}
