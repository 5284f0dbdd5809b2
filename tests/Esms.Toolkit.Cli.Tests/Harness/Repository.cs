using System.Reflection;

namespace Esms.Cli.Tests;

/// <summary>Files of the repository.</summary>
internal static class Repository
{
    public static string Root { get; } =
        Path.GetFullPath(
            typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "Repository").Value!
        );

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);
}
