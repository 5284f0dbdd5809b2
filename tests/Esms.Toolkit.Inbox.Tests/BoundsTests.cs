using System.Globalization;
using Esms.Inbox.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Esms.Inbox.Tests;

/// <summary>What the page may load, and how much it can show.</summary>
public sealed class BoundsTests(Chromium chromium)
{
    private const int Many = 100_000;
    private const int Bulk = 500;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task The_policy_stops_what_a_stranger_would_put_in() =>
        OpenInbox.RunAsync(
            chromium,
            async inbox =>
            {
                var answer = await inbox.Page.GotoAsync(inbox.Esms.BaseAddress.AbsoluteUri);
                var policy = answer!.Headers["content-security-policy"];
                Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
                Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);

                await inbox.Page.EvaluateAsync(
                    """
                    () => {
                      const script = document.createElement("script");
                      script.textContent = "window.isBroken = 1";
                      const picture = document.createElement("img");
                      picture.src = "https://esms.vn/image.png";
                      picture.setAttribute("onerror", "window.isBroken = 1");
                      document.body.append(script, picture);
                    }
                    """
                );
                await Task.WhenAll(
                    inbox.WaitUntilSaidAsync("Executing inline script violates"),
                    inbox.WaitUntilSaidAsync("Executing inline event handler violates"),
                    inbox.WaitUntilSaidAsync("https://esms.vn/image.png")
                );
                Assert.False(await inbox.Page.EvaluateAsync<bool>("() => 'isBroken' in window"));
            },
            mayBeSaid: "Content Security Policy"
        );

    [Fact]
    public Task A_hundred_thousand_messages_are_listed_and_searched() =>
        OpenInbox.RunAsync(
            chromium,
            async inbox =>
            {
                for (var first = 0; first < Many; first += Bulk)
                    await SendAsync(inbox, first);

                await Expect(inbox.Page.Locator("#total")).ToHaveTextAsync("100,000");
                await Expect(inbox.Rows).ToHaveCountAsync(50);
                await inbox.Button("More").ClickAsync();
                await Expect(inbox.Rows).ToHaveCountAsync(100);
                await inbox.Page.GetByRole(AriaRole.Searchbox).FillAsync("don hang 4242x");
                await Expect(inbox.Rows).ToHaveCountAsync(1);
                await inbox.ChooseAsync("Đơn hàng 4242x");
                await Expect(inbox.Details.Locator(".title")).ToHaveTextAsync("0900004242");
            },
            options: new() { Balance = 1_000_000_000m }
        );

    /// <summary>The answer to a click comes late, and is out of date by then.</summary>
    [Fact]
    public Task More_messages_are_shown_also_when_another_one_arrives_meanwhile() =>
        OpenInbox.RunAsync(
            chromium,
            async inbox =>
            {
                await SendAsync(inbox, 0);
                await Expect(inbox.Page.Locator("#total")).ToHaveTextAsync("500");
                await Expect(inbox.Rows).ToHaveCountAsync(50);
                var (late, asked) = (new TaskCompletionSource(), 0);
                await inbox.Page.RouteAsync(
                    static address =>
                        address.Contains("messages?limit=100", StringComparison.Ordinal) || address.Contains("before=", StringComparison.Ordinal),
                    async route =>
                    {
                        if (Interlocked.Increment(ref asked) == 1)
                            await late.Task;
                        await route.ContinueAsync();
                    }
                );

                await inbox.Button("More").ClickAsync();
                await inbox.SendSmsAsync("one more");

                await Expect(inbox.Rows).ToHaveCountAsync(100);
                await Expect(inbox.Rows.First).ToContainTextAsync("one more");
                late.SetResult();
                await inbox.SendSmsAsync("and one more");
                await Expect(inbox.Rows.First).ToContainTextAsync("and one more");
                await Expect(inbox.Rows).ToHaveCountAsync(100);
            },
            options: new() { Balance = 1_000_000_000m }
        );

    [Fact]
    public Task More_messages_than_one_answer_holds_stay_shown() =>
        OpenInbox.RunAsync(
            chromium,
            async inbox =>
            {
                await SendAsync(inbox, 0);
                await SendAsync(inbox, Bulk);
                await Expect(inbox.Page.Locator("#total")).ToHaveTextAsync("1,000");
                for (var shown = 50; shown < 600; shown += 50)
                {
                    await Expect(inbox.Rows).ToHaveCountAsync(shown);
                    await inbox.Button("More").ClickAsync();
                }
                await Expect(inbox.Rows).ToHaveCountAsync(600);

                await inbox.SendSmsAsync("one more");

                await Expect(inbox.Rows.First).ToContainTextAsync("one more");
                await Expect(inbox.Rows).ToHaveCountAsync(600);
            },
            options: new() { Balance = 1_000_000_000m }
        );

    private static async Task SendAsync(OpenInbox inbox, int first) =>
        await inbox.Client.Zalo.SendZaloTemplateBulkAsync(
            new()
            {
                OfficialAccountId = "4097311281936189049",
                TemplateId = "267247",
                Messages =
                [
                    .. Enumerable
                        .Range(first, Bulk)
                        .Select(static number => new ZaloBulkMessage
                        {
                            Phone = string.Create(CultureInfo.InvariantCulture, $"09{number:00000000}"),
                            Params = [string.Create(CultureInfo.InvariantCulture, $"Đơn hàng {number}x")],
                        }),
                ],
            },
            Cancellation
        );
}
