using System.Text.RegularExpressions;
using Esms.Inbox.Tests.Harness;
using static Microsoft.Playwright.Assertions;

namespace Esms.Inbox.Tests;

/// <summary>Whoever looks at the page, on whatever: it can be read, in one language, and stays in its frame.</summary>
public sealed partial class LooksTests(Chromium chromium)
{
    private static readonly string[] Dialogs = ["try", "faults"];

    private static readonly string[] Parts =
    [
        "- banner",
        "- main",
        "- navigation \"Tools\"",
        "- search",
        "- region \"Messages 7\"",
        "- region \"Message\"",
        "- listbox \"Messages 7\"",
        "- button \"Fail\"",
    ];

    [Theory]
    [InlineData("en-US", false, 1280)]
    [InlineData("en-US", true, 1280)]
    [InlineData("vi-VN", false, 360)]
    [InlineData("vi-VN", true, 900)]
    public Task All_that_can_be_seen_is_translated_readable_and_in_its_place(string locale, bool isDark, int width) =>
        OpenInbox.RunAsync(
            chromium,
            async inbox =>
            {
                await CheckAsync(inbox);
                await Scene.PlayAsync(inbox);
                await Expect(inbox.Rows).ToHaveCountAsync(Scene.Messages);
                await CheckAsync(inbox);
                await inbox.Page.Locator("#search").FillAsync("no such thing");
                await Expect(inbox.Rows).ToHaveCountAsync(0);
                await CheckAsync(inbox);
                await inbox.Page.Locator("#search").FillAsync("");
                await Expect(inbox.Rows).ToHaveCountAsync(Scene.Messages);
                foreach (var message in inbox.Esms.Messages)
                {
                    await inbox.Page.Locator($"#message-{message.Number}").ClickAsync();
                    await Expect(inbox.Details.Locator(".line code").First).ToHaveTextAsync(message.Id);
                    foreach (var summary in await inbox.Details.Locator("summary").AllAsync())
                        await summary.ClickAsync();
                    await CheckAsync(inbox);
                }
                await inbox.Page.Locator("#open-faults").ClickAsync();
                await CheckDialogAsync(inbox, "faults");
                await inbox.Page.Locator("#open-try").ClickAsync();
                await inbox.Page.Locator("#try form button[type=submit]").ClickAsync();
                await Expect(inbox.Page.Locator("#try-result pre")).ToHaveCountAsync(2);
                await CheckDialogAsync(inbox, "try");
            },
            new()
            {
                Locale = locale,
                IsDark = isDark,
                Width = width,
            },
            Scene.Options
        );

    [Theory]
    [InlineData("en-US", "en")]
    [InlineData("vi-VN", "vi")]
    public Task Every_form_is_in_the_language_of_the_page(string locale, string language) =>
        OpenInbox.RunAsync(
            chromium,
            async inbox =>
            {
                await inbox.Page.Locator("#open-try").ClickAsync();
                await Expect(inbox.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
                foreach (var contract in inbox.Esms.Engine.Contracts)
                {
                    await inbox.Page.Locator("#try-operation").SelectOptionAsync(contract.Operation);
                    await Probe.AssertTranslatedAsync(inbox.Page);
                    Assert.Empty(await inbox.Page.Locator("#try form [lang]").AllTextContentsAsync());
                }
            },
            new() { Locale = locale }
        );

    [Fact]
    public Task The_language_is_chosen_at_once_and_kept() =>
        OpenInbox.RunAsync(
            chromium,
            async inbox =>
            {
                await Scene.PlayAsync(inbox);
                await inbox.ChooseAsync("482913");

                await inbox.Page.Locator("#language").SelectOptionAsync("vi");
                await Expect(inbox.Details).ToContainTextAsync("Diễn biến");
                await CheckAsync(inbox);
                await inbox.Page.ReloadAsync();
                await Expect(inbox.Page.Locator("#connection")).ToHaveTextAsync("Trực tiếp");
                await inbox.Page.Locator("#language").SelectOptionAsync("en");
                await Expect(inbox.Page).ToHaveTitleAsync("eSMS emulator");
                await CheckAsync(inbox);
            },
            options: Scene.Options
        );

    [Fact]
    public Task Every_control_has_a_name_and_every_part_of_the_page_a_landmark() =>
        OpenInbox.RunAsync(
            chromium,
            async inbox =>
            {
                await Scene.PlayAsync(inbox);
                await inbox.ChooseAsync("482913");
                var page = await inbox.Page.Locator("body").AriaSnapshotAsync();
                Assert.DoesNotMatch(Nameless(), page);
                Assert.All(Parts, part => Assert.Contains(part, page, StringComparison.Ordinal));

                foreach (var dialog in Dialogs)
                {
                    await inbox.Page.Locator($"#open-{dialog}").ClickAsync();
                    await Expect(inbox.Page.Locator($"#{dialog}")).ToBeVisibleAsync();
                    Assert.DoesNotMatch(Nameless(), await inbox.Page.Locator($"#{dialog}").AriaSnapshotAsync());
                    await inbox.Page.Keyboard.PressAsync("Escape");
                }
            },
            options: Scene.Options
        );

    private static async Task CheckAsync(OpenInbox inbox)
    {
        await Probe.AssertTranslatedAsync(inbox.Page);
        await Probe.AssertReadableAsync(inbox.Page);
        await Probe.AssertInPlaceAsync(inbox.Page);
    }

    private static async Task CheckDialogAsync(OpenInbox inbox, string dialog)
    {
        await Expect(inbox.Page.Locator($"#{dialog} form, #{dialog} fieldset")).ToBeVisibleAsync();
        await CheckAsync(inbox);
        await inbox.Page.Keyboard.PressAsync("Escape");
    }

    [GeneratedRegex(
        """^\s*- (button|combobox|textbox|searchbox|spinbutton|link|listbox|dialog|navigation|region|option)(?! ")""",
        RegexOptions.Multiline
    )]
    private static partial Regex Nameless();
}
