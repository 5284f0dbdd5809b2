using System.Reflection;

namespace Esms.Toolkit.Tests.Harness;

/// <summary>
/// Compares a text with <c>Snapshots/Name.verified.cs</c>. On a difference it writes <c>Name.received.cs</c> beside it: look at the two,
/// and rename the new one if it is right. (The file convention is Verify's, so that package can take the place of this class.)
/// </summary>
internal static class Snapshot
{
    private static readonly string Folder = Path.Combine(
        typeof(Snapshot).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "ProjectDirectory").Value!,
        "Snapshots");

    public static void Match(string name, string text)
    {
        var verified = Path.Combine(Folder, $"{name}.verified.cs");
        var received = Path.Combine(Folder, $"{name}.received.cs");
        if (File.Exists(verified) && File.ReadAllText(verified) == text)
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, text);
        Assert.Fail($"The output differs from Snapshots/{name}.verified.cs; it stands in {name}.received.cs.");
    }
}
