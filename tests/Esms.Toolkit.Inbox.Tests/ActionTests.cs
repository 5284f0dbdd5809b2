using Esms.Emulator;
using Esms.Inbox.Tests.Harness;
using static Microsoft.Playwright.Assertions;

namespace Esms.Inbox.Tests;

/// <summary>The buttons of a message.</summary>
public sealed class ActionTests(Chromium chromium)
{
    [Theory]
    [InlineData("Fail", "Failed", EmulatedOutcome.Failed)]
    [InlineData("Deliver", "Delivered", EmulatedOutcome.Delivered)]
    [InlineData("Reject", "Rejected", EmulatedOutcome.Rejected)]
    public Task A_message_ends_as_the_button_says(string button, string state, EmulatedOutcome outcome) =>
        OpenInbox.RunAsync(
            chromium,
            async inbox =>
            {
                var sent = await inbox.SendSmsAsync("Ma cua ban la 4711");
                await inbox.ChooseAsync("4711");

                await inbox.Button(button).ClickAsync();

                await Expect(inbox.Details.Locator(".badge").First).ToHaveTextAsync(state);
                await Expect(inbox.Rows).ToContainTextAsync(state);
                await Expect(inbox.Button(button)).ToBeFocusedAsync();
                Assert.Equal(outcome, inbox.Esms.Messages.Find(sent.SmsId)!.Outcome);
            }
        );

    [Fact]
    public Task The_report_comes_later_than_planned() =>
        OpenInbox.RunAsync(
            chromium,
            async inbox =>
            {
                var sent = await inbox.SendSmsAsync("Ma cua ban la 4711");
                var planned = inbox.Esms.Messages.Find(sent.SmsId)!.FinishedAt;
                await inbox.ChooseAsync("4711");

                await inbox.Button("Report 1 minute later").ClickAsync();

                await Expect(inbox.Details.Locator(".timeline li").Last).ToContainTextAsync("10:01:05");
                Assert.Equal(planned + TimeSpan.FromMinutes(1), inbox.Esms.Messages.Find(sent.SmsId)!.FinishedAt);
                await inbox.AdvanceAsync(TimeSpan.FromMinutes(2));
                await Expect(inbox.Button("Report 1 minute later")).ToBeDisabledAsync();
            }
        );

    [Fact]
    public Task A_callback_is_tried_again_until_it_is_answered_and_once_more_by_the_button() =>
        OpenInbox.RunAsync(
            chromium,
            async inbox =>
            {
                inbox.Receiver.Refuses = true;
                await inbox.SendSmsAsync("Ma cua ban la 4711", callbackUrl: inbox.Receiver.Url);
                await inbox.ChooseAsync("4711");
                var tries = inbox.Details.Locator("#callbacks li");
                await Expect(inbox.Details.Locator("#callbacks")).ToContainTextAsync("None was made.");
                await Expect(inbox.Button("Call back again")).ToBeDisabledAsync();

                await AdvanceOnPageAsync(inbox);
                await Expect(tries).ToHaveCountAsync(1);
                await Expect(tries.Last).ToContainTextAsync("no answer");
                await Expect(inbox.Details.Locator("#callbacks")).ToContainTextAsync("Next try: 1/5/26, 10:00:20");
                await AdvanceOnPageAsync(inbox);
                await Expect(tries).ToHaveCountAsync(2);
                inbox.Receiver.Refuses = false;
                await AdvanceOnPageAsync(inbox);
                await Expect(tries).ToHaveCountAsync(3);
                await Expect(tries.Last).ToContainTextAsync("HTTP status 200");
                await Expect(tries.Last).ToContainTextAsync($"{inbox.Receiver.Url}?SMSID=");
                await Expect(inbox.Details.Locator("#callbacks")).Not.ToContainTextAsync("Next try:");

                await inbox.Button("Call back again").ClickAsync();
                await Expect(tries).ToHaveCountAsync(4);
                await Expect(tries.Last).ToContainTextAsync("HTTP status 200");
            }
        );

    private static async Task AdvanceOnPageAsync(OpenInbox inbox)
    {
        await inbox.Page.GetByLabel("Advance by").SelectOptionAsync("10 seconds");
        await inbox.Button("Advance").ClickAsync();
    }
}
