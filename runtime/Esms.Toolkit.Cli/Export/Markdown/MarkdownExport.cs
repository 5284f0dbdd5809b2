using System.Text;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Export.Markdown;

/// <summary>Contracts as reference pages.</summary>
internal static class MarkdownExport
{
    private const string CodesFile = "ResultCodes.md";

    private const string InboundFolder = "inbound";

    public static string WriteOne(ExportSet set) =>
        string.Join(
            '\n',
            (IEnumerable<string>)
                [
                    .. set.Endpoints.Select(endpoint => OperationPage.Write(endpoint, set, "#result-codes")),
                    .. set.Inbound.Select(call => InboundPage.Write(call, set)),
                    CodesPage.Write(set),
                ]
        );

    /// <summary>A list of all, a page for each in the folder of its group, and one for the codes.</summary>
    public static IEnumerable<ExportFile> WriteMany(ExportSet set) =>
        [
            new ExportFile("README.md", Index(set)),
            new ExportFile(CodesFile, CodesPage.Write(set)),
            .. set.Endpoints.Select(endpoint => new ExportFile(PathOf(endpoint), OperationPage.Write(endpoint, set, $"../{CodesFile}"))),
            .. set.Inbound.Select(call => new ExportFile(PathOf(call), InboundPage.Write(call, set))),
        ];

    private static string PathOf(EndpointModel endpoint) => $"{OptionNames.Kebab(endpoint.Client)}/{endpoint.Operation}.md";

    private static string PathOf(InboundModel call) => $"{InboundFolder}/{call.Name}.md";

    private static string Index(ExportSet set)
    {
        var text = new StringBuilder("# Operations of eSMS.vn\n\nMade from the contracts. ");
        text.Put($"What the codes of answers mean stands in [{CodesFile}]({CodesFile}).\n");
        var groups = set.Endpoints.GroupBy(static endpoint => endpoint.Client, StringComparer.Ordinal);
        foreach (var group in groups.OrderBy(static group => group.Key, StringComparer.Ordinal))
            Append(text, group.Key, group.Select(static endpoint => (endpoint.Operation, PathOf(endpoint), endpoint.Summary)));
        if (set.Inbound.Count > 0)
            Append(text, "Calls that eSMS makes to you", set.Inbound.Select(static call => (call.Name, PathOf(call), call.Summary)));
        return text.ToString();
    }

    private static void Append(StringBuilder text, string heading, IEnumerable<(string Name, string Path, string Summary)> pages)
    {
        text.Put($"\n## {heading}\n\n");
        foreach (var (name, path, summary) in pages)
            text.Put($"- [{name}]({path}): {summary}\n");
    }
}
