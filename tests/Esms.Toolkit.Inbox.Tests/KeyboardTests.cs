using Esms.Inbox.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Esms.Inbox.Tests;

/// <summary>Everything can be done without a mouse.</summary>
public sealed class KeyboardTests(Chromium chromium)
{
    private const string Focused = """
        () => {
          const element = document.activeElement;
          const style = getComputedStyle(element);
          const isMarked = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
          const { top, bottom } = element.getBoundingClientRect();
          const isInSight = top >= 0 && bottom > 0 && top < innerHeight;
          const name = element.id || element.dataset.action || element.className || element.parentElement.id || element.textContent
            || element.tagName;
          return element === document.body ? "" : `${name}${isMarked ? "" : " (not marked)"}${isInSight ? "" : " (not in sight)"}`;
        }
        """;

    [Fact]
    public Task Tab_goes_through_all_in_the_order_of_reading_and_is_never_caught() =>
        OpenInbox.RunAsync(
            chromium,
            async inbox =>
            {
                await Scene.PlayAsync(inbox);
                await inbox.ChooseAsync("482913");
                await inbox.Page.ReloadAsync();
                await Expect(inbox.Rows).ToHaveCountAsync(Scene.Messages);

                string[] page = ["skip", "advance-by", "advance", "open-try", "open-faults", "language", "search", "channel", "outcome", "list"];
                Assert.Equal(page, await TabThroughAsync(inbox.Page));
                await inbox.ChooseAsync("482913");
                await inbox.Page.EvaluateAsync("() => document.activeElement.blur()");
                await inbox.Page.Locator("h1").ClickAsync();
                string[] message = ["deliver", "fail", "reject", "redeliver", "screen", "json-request", "json-answer"];
                Assert.Equal([.. page[1..], .. message], await TabThroughAsync(inbox.Page));
            },
            options: Scene.Options
        );

    [Fact]
    public Task The_list_is_walked_with_arrows_and_Enter_goes_to_the_message() =>
        OpenInbox.RunAsync(
            chromium,
            async inbox =>
            {
                await Scene.PlayAsync(inbox);
                await Expect(inbox.Rows).ToHaveCountAsync(Scene.Messages);
                var keyboard = inbox.Page.Keyboard;
                await inbox.Page.Locator("#list").FocusAsync();

                await keyboard.PressAsync("ArrowDown");
                await Expect(inbox.Rows.First).ToHaveAttributeAsync("aria-selected", "true");
                await keyboard.PressAsync("End");
                await Expect(inbox.Rows.Last).ToHaveAttributeAsync("aria-selected", "true");
                await keyboard.PressAsync("ArrowUp");
                var row = inbox.Rows.Nth(Scene.Messages - 2);
                await Expect(row).ToHaveAttributeAsync("aria-selected", "true");
                await Expect(inbox.Page.Locator("#list")).ToHaveAttributeAsync("aria-activedescendant", await row.GetAttributeAsync("id") ?? "none");
                await Expect(inbox.Details.Locator(".title")).ToHaveTextAsync(Scene.Failing);
                await keyboard.PressAsync("Enter");
                await Expect(inbox.Page.Locator("#message")).ToBeFocusedAsync();
                await keyboard.PressAsync("Tab");
                await keyboard.PressAsync("Enter");
                await Expect(inbox.Details.Locator(".badge").First).ToHaveTextAsync("Delivered");
            },
            options: Scene.Options
        );

    [Fact]
    public Task The_first_link_skips_to_the_messages_and_a_slash_searches() =>
        OpenInbox.RunAsync(
            chromium,
            async inbox =>
            {
                await inbox.Page.Keyboard.PressAsync("Tab");
                await Expect(inbox.Page.GetByText("Skip to the messages")).ToBeInViewportAsync();
                await inbox.Page.Keyboard.PressAsync("Enter");
                await Expect(inbox.Page.Locator("#inbox")).ToBeFocusedAsync();
                await inbox.Page.Keyboard.PressAsync("/");
                await Expect(inbox.Page.Locator("#search")).ToBeFocusedAsync();
                await Expect(inbox.Page.Locator("#search")).ToHaveValueAsync("");
            }
        );

    [Theory]
    [InlineData("open-try", "try")]
    [InlineData("open-faults", "faults")]
    public Task A_dialog_opens_is_gone_through_and_closes(string button, string dialog) =>
        OpenInbox.RunAsync(
            chromium,
            async inbox =>
            {
                await inbox.Page.Locator($"#{button}").FocusAsync();
                await inbox.Page.Keyboard.PressAsync("Enter");
                await Expect(inbox.Page.Locator($"#{dialog}")).ToBeVisibleAsync();

                var controls = await inbox.Page.Locator($"#{dialog} :is(button, input, select, textarea):visible").CountAsync();
                var met = await TabThroughAsync(inbox.Page, controls * 2);
                Assert.DoesNotContain(met, static name => name.Contains("(not", StringComparison.Ordinal));
                Assert.True(met.Distinct(StringComparer.Ordinal).Count() > 5, string.Join(", ", met));
                await inbox.Page.Keyboard.PressAsync("Escape");
                await Expect(inbox.Page.Locator($"#{dialog}")).ToBeHiddenAsync();
                await Expect(inbox.Page.Locator($"#{button}")).ToBeFocusedAsync();
            }
        );

    /// <returns>What had the focus, until it came back to where nothing has it; with how it was not to be seen.</returns>
    private static async Task<List<string>> TabThroughAsync(IPage page, int most = 40)
    {
        var met = new List<string>();
        for (var i = 0; i < most; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>(Focused) is not { Length: > 0 } name)
                break;
            met.Add(name);
        }
        return met;
    }
}
