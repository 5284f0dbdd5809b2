using Microsoft.Playwright;

namespace Esms.Inbox.Tests.Harness;

/// <summary>What can be asked of a page as it is shown at the moment.</summary>
internal static class Probe
{
    private static readonly string Script = ReadScript();

    /// <summary>Every word that is shown or read out is one of the dictionary, in the language of the page.</summary>
    public static async Task AssertTranslatedAsync(IPage page) => Assert.Empty(await AskAsync(page, "untranslated"));

    /// <summary>The contrast of every text with what is behind it is 4.5 to 1 at least.</summary>
    public static async Task AssertReadableAsync(IPage page) => Assert.Empty(await AskAsync(page, "tooPale"));

    /// <summary>Nothing scrolls sideways or lies outside of its frame.</summary>
    public static async Task AssertInPlaceAsync(IPage page) => Assert.Empty(await AskAsync(page, "outOfPlace"));

    private static Task<string[]> AskAsync(IPage page, string function) =>
        page.EvaluateAsync<string[]>($"async () => {{ {Script}\nreturn await {function}(); }}");

    private static string ReadScript()
    {
        using var reader = new StreamReader(typeof(Probe).Assembly.GetManifestResourceStream("probe.js")!);
        return reader.ReadToEnd();
    }
}
