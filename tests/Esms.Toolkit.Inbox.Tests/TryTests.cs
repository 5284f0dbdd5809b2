using Esms.Inbox.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Esms.Inbox.Tests;

/// <summary>The form that tries an operation.</summary>
public sealed class TryTests(Chromium chromium)
{
    [Fact]
    public Task A_message_is_sent_from_the_form() =>
        OpenInbox.RunAsync(
            chromium,
            async inbox =>
            {
                await inbox.Button("Try an operation").ClickAsync();
                var form = inbox.Page.GetByRole(AriaRole.Dialog, new() { Name = "Try an operation" });
                await form.Locator("[name=Content]").FillAsync("Ma cua ban la 4711");
                await form.Locator("[name=Phone]").FillAsync("0901888484");
                await form.Locator("[name=Brandname]").FillAsync("Baotrixemay");
                await inbox.Button("Send").ClickAsync();

                await Expect(form.Locator("#try-result")).ToContainTextAsync("\"CodeResult\": \"100\"");
                await Expect(form.Locator("#try-result")).ToContainTextAsync("\"SecretKey\": \"•••\"");
                Assert.DoesNotContain(inbox.Esms.Options.SecretKey, await inbox.Page.ContentAsync(), StringComparison.Ordinal);
                await inbox.Button("Close").ClickAsync();
                await Expect(inbox.Rows).ToContainTextAsync("Ma cua ban la 4711");
            }
        );

    [Fact]
    public Task A_refusal_says_why() =>
        OpenInbox.RunAsync(
            chromium,
            async inbox =>
            {
                await inbox.Button("Try an operation").ClickAsync();
                await inbox.Button("Send").ClickAsync();

                await Expect(inbox.Page.Locator("#try-result")).ToContainTextAsync("Why: Content is missing");
            }
        );

    [Fact]
    public Task The_form_of_another_account_sends_its_keys() =>
        OpenInbox.RunAsync(
            chromium,
            async inbox =>
            {
                await inbox.Button("Try an operation").ClickAsync();
                await inbox.Page.Locator("#try-account").SelectOptionAsync("shop");
                await inbox.Page.Locator("#try-operation").SelectOptionAsync("GetBalance");
                await inbox.Button("Send").ClickAsync();

                await Expect(inbox.Page.Locator("#try-result")).ToContainTextAsync("\"Balance\": 4711");
                Assert.Equal("shop", Assert.Single(inbox.Esms.Requests).Account);
            },
            options: new()
            {
                Accounts =
                {
                    new()
                    {
                        Name = "shop",
                        ApiKey = "key of the shop",
                        SecretKey = "secret of the shop",
                        Balance = 4711,
                    },
                },
            }
        );

    /// <summary>Each published example goes through its form as it is, and is taken for the operation that it is of.</summary>
    [Fact]
    public Task Every_operation_can_be_tried_with_its_published_example() =>
        OpenInbox.RunAsync(
            chromium,
            async inbox =>
            {
                await inbox.Button("Try an operation").ClickAsync();
                Assert.True(inbox.Esms.Engine.Contracts.Count > 50);
                foreach (var contract in inbox.Esms.Engine.Contracts)
                {
                    await inbox.Page.Locator("#try-operation").SelectOptionAsync(contract.Operation);
                    if (contract.Samples.Any(static sample => sample.Request is not null))
                        await inbox.Button("Fill in the published example").ClickAsync();
                    await inbox.Button("Send").ClickAsync();
                    await Expect(inbox.Page.Locator("#try-result")).ToContainTextAsync("Answer with HTTP status 200");

                    var request = inbox.Esms.Requests[^1];
                    // By its type, the documented call with a code is the SMS from a fixed number.
                    var operation = contract.Operation == "CallWithOtp" ? "SendFixedNumber" : contract.Operation;
                    Assert.Equal((operation, ""), (request.Operation, string.Join(", ", request.UnknownFields)));
                }
            }
        );
}
