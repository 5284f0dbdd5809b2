using System.Text;

namespace Esms.Cli.Export.Markdown;

/// <summary>Contracts as reference pages.</summary>
internal static class MarkdownExport
{
    public static string WriteOne(ExportSet set) => string.Join('\n', set.Endpoints.Select(endpoint => OperationPage.Write(endpoint, set)).Concat(set.Inbound.Select(call => InboundPage.Write(call, set))));

    /// <summary>A list of all, and a page for each.</summary>
    public static IEnumerable<ExportFile> WriteMany(ExportSet set) =>
    [
        new ExportFile("README.md", Index(set)),
        .. set.Endpoints.Select(endpoint => new ExportFile($"{endpoint.Operation}.md", OperationPage.Write(endpoint, set))),
        .. set.Inbound.Select(call => new ExportFile($"{call.Name}.md", InboundPage.Write(call, set))),
    ];

    private static string Index(ExportSet set)
    {
        var text = new StringBuilder("# Operations of eSMS.vn\n");
        foreach (var group in set.Endpoints.GroupBy(static endpoint => endpoint.Client, StringComparer.Ordinal).OrderBy(static group => group.Key, StringComparer.Ordinal))
            Append(text, group.Key, group.Select(static endpoint => (endpoint.Operation, endpoint.Summary)));
        if (set.Inbound.Count > 0)
            Append(text, "Calls that eSMS makes to you", set.Inbound.Select(static call => (call.Name, call.Summary)));
        return text.ToString();
    }

    private static void Append(StringBuilder text, string heading, IEnumerable<(string Name, string Summary)> pages)
    {
        text.Put($"\n## {heading}\n\n");
        foreach (var (name, summary) in pages)
            text.Put($"- [{name}]({name}.md): {summary}\n");
    }
}
