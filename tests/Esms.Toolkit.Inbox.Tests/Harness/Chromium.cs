using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Esms.Inbox.Tests.Harness.Chromium))]

namespace Esms.Inbox.Tests.Harness;

/// <summary>
/// The browser, one for all tests. Where there is none they are skipped, except where CI=true says that everything must be tested.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Variable = "ESMS_CHROMIUM";
    private const string Missing = $"These tests need Chromium: install the package chromium, or set {Variable} to the path of a Chromium or Chrome.";
    private const float Patience = 30_000;

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } path)
            return;
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = path,
                // Nothing but what the page asks for is to leave the browser.
                Args =
                [
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
                Timeout = Patience,
            }
        );
    }

    internal async Task<IBrowserContext> OpenAsync(Viewer viewer)
    {
        if (_browser is null)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", Missing);
            Assert.Fail(Missing);
        }
        var context = await _browser.NewContextAsync(
            new()
            {
                Locale = viewer.Locale,
                ColorScheme = viewer.IsDark ? ColorScheme.Dark : ColorScheme.Light,
                ViewportSize = new() { Width = viewer.Width, Height = viewer.Height },
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        context.SetDefaultTimeout(Patience);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
            return given;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);
        return folders.SelectMany(static folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
