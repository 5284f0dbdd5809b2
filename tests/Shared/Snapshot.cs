using System.Reflection;

namespace Esms.Toolkit.Tests.Harness;

/// <summary>
/// Compares a text with <c>Snapshots/Name.verified.*</c>. On a difference it writes <c>Name.received.*</c> beside it: look at the two, and
/// rename the new one if it is right, or run the test with ESMS_ACCEPT=1. (The file convention is Verify's, so that package can take the
/// place of this class.)
/// </summary>
internal static class Snapshot
{
    private static readonly string Folder = Path.Combine(
        typeof(Snapshot).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "ProjectDirectory").Value!,
        "Snapshots"
    );

    /// <param name="extension">Of the file, with its dot.</param>
    public static void Match(string name, string extension, string text)
    {
        var verified = Path.Combine(Folder, $"{name}.verified{extension}");
        var received = Path.Combine(Folder, $"{name}.received{extension}");
        var expected = File.Exists(verified) ? File.ReadAllText(verified) : "";
        var isAccepted = expected == text || Environment.GetEnvironmentVariable("ESMS_ACCEPT") == "1";
        File.Delete(received);
        if (expected != text)
            File.WriteAllText(isAccepted ? verified : received, text);
        Assert.True(isAccepted, $"{received} differs; run the test with ESMS_ACCEPT=1 if it is right.\n{Difference(expected, text)}");
    }

    private static string Difference(string expected, string received)
    {
        string[] before = expected.Split('\n'),
            after = received.Split('\n');
        var gone = Without(before, after).Select(static line => $"- {line}");
        return string.Join('\n', [.. gone, .. Without(after, before).Select(static line => $"+ {line}")]);
    }

    private static IEnumerable<string> Without(string[] lines, string[] others)
    {
        var left = others.CountBy(static line => line).ToDictionary();
        return lines.Where(line => !left.TryGetValue(line, out var count) || (left[line] = count - 1) < 0);
    }
}
