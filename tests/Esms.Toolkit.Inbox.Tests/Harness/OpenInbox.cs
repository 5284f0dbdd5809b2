using System.Collections.Concurrent;
using Esms.Emulator;
using Esms.Emulator.Tests.Harness;
using Microsoft.Playwright;

namespace Esms.Inbox.Tests.Harness;

/// <summary>A running emulator, a client of it, an address for callbacks, and the page in a browser.</summary>
internal sealed class OpenInbox
{
    private readonly ConcurrentQueue<string> _said = new();
    private readonly ConcurrentQueue<string> _asked = new();

    private OpenInbox(EsmsEmulator esms, EsmsClient client, CallbackReceiver receiver, IPage page) =>
        (Esms, Client, Receiver, Page) = (esms, client, receiver, page);

    public EsmsEmulator Esms { get; }

    public EsmsClient Client { get; }

    public CallbackReceiver Receiver { get; }

    public IPage Page { get; }

    public ILocator Rows => Page.Locator("#list [role=option]");

    public ILocator Details => Page.Locator("#details");

    /// <summary>Ten in the morning in Vietnam.</summary>
    public static DateTimeOffset Morning => new(2026, 1, 5, 10, 0, 0, TimeSpan.FromHours(7));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>
    /// Runs a test. After it the console must be empty, and nobody but the emulator may have been asked. The clock stands still unless the
    /// options have another.
    /// </summary>
    /// <param name="mayBeSaid">What the console may have all the same: the browser tells there of every answer that is an error.</param>
    public static async Task RunAsync(
        Chromium chromium,
        Func<OpenInbox, Task> test,
        Viewer? viewer = null,
        EsmsEmulatorOptions? options = null,
        string? mayBeSaid = null
    )
    {
        options ??= new EsmsEmulatorOptions();
        options.Clock ??= EmulatorClock.Stopped(Morning);
        await using var context = await chromium.OpenAsync(viewer ?? Viewer.English);
        await using var esms = await EsmsEmulator.StartAsync(options, Cancellation);
        await using var receiver = await CallbackReceiver.StartAsync();
        using var client = new EsmsClient(esms.Options);
        var inbox = new OpenInbox(esms, client, receiver, await context.NewPageAsync());
        inbox.Listen();
        await inbox.OpenAsync();
        await test(inbox);
        await inbox.Page.CloseAsync();
        Assert.All(inbox._said, said => Assert.Contains(mayBeSaid ?? "nothing may be said", said, StringComparison.Ordinal));
        Assert.All(inbox._asked, asked => Assert.StartsWith(esms.BaseAddress.AbsoluteUri, asked, StringComparison.Ordinal));
    }

    public async Task OpenAsync()
    {
        await Page.GotoAsync(Esms.BaseAddress.AbsoluteUri);
        await Assertions.Expect(Page.Locator("#connection.delivered")).ToBeVisibleAsync();
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Clicks on the row with this text, and waits until its message is shown.</summary>
    public async Task ChooseAsync(string text)
    {
        var row = Rows.Filter(new() { HasText = text });
        await row.ClickAsync();
        await Assertions.Expect(row).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(Details.Locator("h3").First).ToBeVisibleAsync();
    }

    /// <summary>Moves the clock, and waits for the callbacks that are due then.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        Esms.Clock.Advance(by);
        await Esms.SettleAsync(Cancellation);
    }

    public Task<SendCustomerCareResponse> SendSmsAsync(string content, string phone = "0901888484", string? callbackUrl = null) =>
        Client.Sms.SendCustomerCareAsync(
            new()
            {
                Brandname = "Baotrixemay",
                Phone = phone,
                Content = content,
                CallbackUrl = callbackUrl,
            },
            Cancellation
        );

    /// <summary>Waits until the console of the browser has a line with this text.</summary>
    public async Task WaitUntilSaidAsync(string text)
    {
        while (!_said.Any(said => said.Contains(text, StringComparison.Ordinal)))
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
    }

    private void Listen()
    {
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _said.Enqueue($"{message.Type}: {message.Text}");
        };
        Page.PageError += (_, error) => _said.Enqueue(error);
        // What the policy of the page stops is told of too, and never leaves the browser.
        Page.Context.RequestFinished += (_, request) => _asked.Enqueue(request.Url);
        Page.Context.RequestFailed += (_, request) =>
        {
            if (request.Failure?.Contains("csp", StringComparison.OrdinalIgnoreCase) != true)
                _asked.Enqueue(request.Url);
        };
    }
}
