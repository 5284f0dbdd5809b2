namespace Esms.Docs.Tests;

/// <summary>Failures in full: a list that is cut off would not name its pages.</summary>
internal static class Report
{
    public static void AssertNone(IEnumerable<string> complaints)
    {
        var text = string.Join('\n', complaints);
        Assert.True(text.Length == 0, text);
    }
}
