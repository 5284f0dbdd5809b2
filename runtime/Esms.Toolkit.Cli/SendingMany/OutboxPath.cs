using System.CommandLine;

namespace Esms.Cli;

/// <summary>Where the outbox of a CSV file is.</summary>
internal static class OutboxPath
{
    /// <summary>As many links as Linux follows.</summary>
    private const int MostLinks = 40;

    /// <summary>The file that <c>--outbox</c> names, else the one beside the CSV file; null for a pipe, which has no place.</summary>
    public static string? Of(ParseResult result, bool isPipe) =>
        result.GetValue(SendManyOptions.OutboxFile) is { } named ? named
        : isPipe ? null
        : RealPathOf(result.GetValue(SendManyOptions.Source)!) + ".outbox";

    /// <summary>A file that is known by several names, because it or one of its folders is a link, has one outbox.</summary>
    public static string RealPathOf(string source)
    {
        var links = 0;
        return Resolve(Path.GetFullPath(source), ref links);
    }

    private static string Resolve(string path, ref int links)
    {
        if (Path.GetDirectoryName(path) is not { } folder)
            return path;
        var real = Path.Combine(Resolve(folder, ref links), Path.GetFileName(path));
        return new FileInfo(real).LinkTarget is { } target && links++ < MostLinks
            ? Resolve(Path.GetFullPath(target, Path.GetDirectoryName(real)!), ref links)
            : real;
    }
}
