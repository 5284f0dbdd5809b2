using System.CommandLine;

namespace Esms.Cli;

/// <summary>Where the outbox of a CSV file is.</summary>
internal static class OutboxPath
{
    /// <summary>The file that <c>--outbox</c> names, else the one beside the CSV file; null for a pipe, which has no place.</summary>
    public static string? Of(ParseResult result, bool isPipe) =>
        result.GetValue(SendManyOptions.OutboxFile) is { } named ? named
        : isPipe ? null
        : RealPathOf(result.GetValue(SendManyOptions.Source)!) + ".outbox";

    /// <summary>A file that is known by two names, because one is a link, has one outbox.</summary>
    public static string RealPathOf(string source) =>
        new FileInfo(source) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : Path.GetFullPath(source);
}
