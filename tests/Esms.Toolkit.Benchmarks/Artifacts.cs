namespace Esms.Toolkit.Benchmarks;

/// <summary>Where BenchmarkDotNet writes its tables: below artifacts/, as everything that is made.</summary>
internal static class Artifacts
{
    private const string Name = "artifacts";

    public static string Path { get; } = System.IO.Path.Combine(Find(AppContext.BaseDirectory), "benchmarks");

    private static string Find(string directory)
    {
        for (var folder = new DirectoryInfo(directory); folder is not null; folder = folder.Parent)
        {
            if (folder.Name == Name)
                return folder.FullName;
        }
        return System.IO.Path.Combine(directory, Name);
    }
}
