using Esms.Inbox.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Esms.Inbox.Tests;

/// <summary>The fault script on the page.</summary>
public sealed class FaultTests(Chromium chromium)
{
    /// <summary>What the browser says in the console of an answer that is an error.</summary>
    private const string OfAnError = "the server responded with a status of";

    [Fact]
    public Task A_rule_is_put_together_and_the_next_call_gets_it() =>
        OpenInbox.RunAsync(
            chromium,
            async inbox =>
            {
                var faults = await OpenAsync(inbox);
                await faults.GetByLabel("Kind").SelectOptionAsync("Answers with an error");
                await faults.GetByLabel("Operation").SelectOptionAsync("GetBalance");
                await faults.GetByLabel("How often at most").FillAsync("1");
                await faults.GetByLabel("HTTP status").FillAsync("502");
                await inbox.Button("Add to the script").ClickAsync();
                await inbox.Button("Apply").ClickAsync();
                await Expect(inbox.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("The script is at work.");
                await inbox.Button("Close").ClickAsync();
                await Expect(inbox.Page.Locator("#fault-count")).ToHaveTextAsync("Rules: 1");

                await AskForBalanceAsync(inbox, "Answer with HTTP status 502");
                await AskForBalanceAsync(inbox, "Answer with HTTP status 200");
            },
            mayBeSaid: OfAnError
        );

    [Fact]
    public Task A_script_is_written_by_hand_and_removed() =>
        OpenInbox.RunAsync(
            chromium,
            async inbox =>
            {
                var faults = await OpenAsync(inbox);
                await faults
                    .GetByLabel("Script", new() { Exact = true })
                    .FillAsync("""{ "seed": 3, "rules": [{ "kind": "serverError", "status": 500 }] }""");
                await inbox.Button("Apply").ClickAsync();
                await inbox.Button("Close").ClickAsync();
                await AskForBalanceAsync(inbox, "Answer with HTTP status 500");

                await OpenAsync(inbox);
                await inbox.Button("Remove all").ClickAsync();
                await inbox.Button("Close").ClickAsync();
                await Expect(inbox.Page.Locator("#fault-count")).ToBeHiddenAsync();
                await AskForBalanceAsync(inbox, "Answer with HTTP status 200");
            },
            mayBeSaid: OfAnError
        );

    [Theory]
    [InlineData("{", "Script is not JSON:")]
    [InlineData("""{ "rules": [{ "kind": "sorrow" }] }""", "$.rules[0].kind")]
    public Task A_mistake_in_it_is_told_of_and_changes_nothing(string script, string told) =>
        OpenInbox.RunAsync(
            chromium,
            async inbox =>
            {
                var faults = await OpenAsync(inbox);
                await faults.GetByLabel("Script", new() { Exact = true }).FillAsync(script);
                await inbox.Button("Apply").ClickAsync();

                await Expect(inbox.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(told);
                Assert.Empty(inbox.Esms.Faults.Rules);
            },
            mayBeSaid: OfAnError
        );

    private static async Task<ILocator> OpenAsync(OpenInbox inbox)
    {
        await inbox.Page.Locator("#open-faults").ClickAsync();
        var dialog = inbox.Page.GetByRole(AriaRole.Dialog, new() { Name = "Faults" });
        await Expect(dialog).ToBeVisibleAsync();
        return dialog;
    }

    private static async Task AskForBalanceAsync(OpenInbox inbox, string answer)
    {
        await inbox.Button("Try an operation").ClickAsync();
        await inbox.Page.Locator("#try-operation").SelectOptionAsync("GetBalance");
        await inbox.Button("Send").ClickAsync();
        await Expect(inbox.Page.Locator("#try-result")).ToContainTextAsync(answer);
        await inbox.Button("Close").ClickAsync();
    }
}
