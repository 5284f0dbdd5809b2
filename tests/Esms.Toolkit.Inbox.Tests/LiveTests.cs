using Esms.Inbox.Tests.Harness;
using static Microsoft.Playwright.Assertions;

namespace Esms.Inbox.Tests;

/// <summary>What is sent appears by itself, and is found.</summary>
public sealed class LiveTests(Chromium chromium)
{
    [Fact]
    public Task A_message_appears_and_moves_on_without_a_reload() =>
        OpenInbox.RunAsync(
            chromium,
            async inbox =>
            {
                await Expect(inbox.Page.Locator("#empty")).ToContainTextAsync(inbox.Esms.BaseAddress.AbsoluteUri);
                await inbox.Page.EvaluateAsync("() => { window.isSamePage = true; }");

                await inbox.SendSmsAsync("Ma cua ban la 4711");

                await Expect(inbox.Rows).ToHaveCountAsync(1);
                await Expect(inbox.Rows).ToContainTextAsync("Ma cua ban la 4711");
                await Expect(inbox.Rows).ToContainTextAsync("Pending");
                await Expect(inbox.Page.Locator("#news")).ToHaveTextAsync("New message to 0901888484: Ma cua ban la 4711");
                await inbox.AdvanceAsync(TimeSpan.FromMinutes(1));
                await Expect(inbox.Rows).ToContainTextAsync("Delivered");
                Assert.True(await inbox.Page.EvaluateAsync<bool>("() => window.isSamePage"));
            }
        );

    [Fact]
    public Task Search_and_filters_find_what_they_should() =>
        OpenInbox.RunAsync(
            chromium,
            async inbox =>
            {
                await Scene.PlayAsync(inbox);
                await Expect(inbox.Rows).ToHaveCountAsync(7);

                await inbox.Page.GetByLabel("Channel").SelectOptionAsync("zalo");
                await Expect(inbox.Rows).ToHaveCountAsync(1);
                await Expect(inbox.Rows).ToContainTextAsync("DH1042");
                await inbox.Page.GetByLabel("Channel").SelectOptionAsync("");
                await inbox.Page.GetByLabel("State").SelectOptionAsync("failed");
                await Expect(inbox.Rows).ToHaveCountAsync(1);
                await Expect(inbox.Rows).ToContainTextAsync(Scene.Failing);
                await inbox.Page.GetByLabel("State").SelectOptionAsync("");
                await inbox.Page.GetByRole(Microsoft.Playwright.AriaRole.Searchbox).FillAsync("xac minh");
                await Expect(inbox.Rows).ToHaveCountAsync(1);
                await Expect(inbox.Rows).ToContainTextAsync("482913");
                await inbox.Page.GetByRole(Microsoft.Playwright.AriaRole.Searchbox).FillAsync("no such thing");
                await Expect(inbox.Page.Locator("#empty")).ToHaveTextAsync("No message matches.");
            },
            options: Scene.Options
        );

    [Fact]
    public Task Each_channel_looks_as_its_recipient_sees_it() =>
        OpenInbox.RunAsync(
            chromium,
            async inbox =>
            {
                await Scene.PlayAsync(inbox);
                var phone = inbox.Details.Locator(".phone");

                await inbox.ChooseAsync("482913");
                await Expect(phone.Locator(".bubble")).ToHaveTextAsync("482913 la ma xac minh dang ky Baotrixemay cua ban");
                await Expect(phone.Locator("figcaption")).ToHaveTextAsync("1 SMS, 49 characters, 7-bit text");
                await inbox.ChooseAsync("đã sẵn sàng");
                await Expect(phone.Locator("figcaption")).ToHaveTextAsync("2 SMS, 89 characters, Unicode");
                await inbox.ChooseAsync("DH1042 ·");
                await Expect(phone.Locator("tr").Nth(1)).ToHaveTextAsync("order_codeDH1042");
                await Expect(phone).ToContainTextAsync("Template 200607");
                await inbox.ChooseAsync("Sách mới");
                await Expect(phone.Locator(".action")).ToHaveTextAsync("Xem sách");
                await inbox.ChooseAsync("Nguyễn An||15:30");
                await Expect(phone).ToContainTextAsync("Voice call");
                await Expect(phone).ToContainTextAsync("0912345678");
            },
            options: Scene.Options
        );

    [Fact]
    public Task Request_and_answer_are_shown_without_the_keys() =>
        OpenInbox.RunAsync(
            chromium,
            async inbox =>
            {
                var sent = await inbox.SendSmsAsync("Ma cua ban la 4711");
                await inbox.ChooseAsync("4711");

                await inbox.Page.GetByText("Request", new() { Exact = true }).ClickAsync();
                await inbox.Page.GetByText("Answer", new() { Exact = true }).ClickAsync();

                await Expect(inbox.Page.Locator("#json-request pre")).ToContainTextAsync("\"SecretKey\": \"•••\"");
                await Expect(inbox.Page.Locator("#json-answer pre")).ToContainTextAsync(sent.SmsId);
                var page = await inbox.Page.ContentAsync();
                Assert.DoesNotContain(inbox.Esms.Options.SecretKey, page, StringComparison.Ordinal);
                Assert.DoesNotContain(inbox.Esms.Options.ApiKey, page, StringComparison.Ordinal);
            }
        );
}
