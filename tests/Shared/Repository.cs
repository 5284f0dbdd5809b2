namespace Esms.Tests.Shared;

/// <summary>Places in the repository that a test was built in.</summary>
internal static class Repository
{
    /// <summary>Gets the folder that has the solution, found upwards from the program.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Gets the folder of everything that is built.</summary>
    public static string Artifacts { get; } = PathOf("artifacts");

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Esms.Toolkit.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the program has Esms.Toolkit.sln.");
    }
}
