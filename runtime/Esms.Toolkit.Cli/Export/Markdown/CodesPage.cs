using System.Text;

namespace Esms.Cli.Export.Markdown;

/// <summary>The page of the result codes that all calls share.</summary>
internal static class CodesPage
{
    public static string Write(ExportSet set)
    {
        var text = new StringBuilder("# Result codes\n\nThe HTTP status is 200 for refusals too; the code tells them apart. ");
        text.Put("The list is not closed: a code without a name is kept as its number.\n");
        text.Put("\n| code | `EsmsResultCode` | meaning | ý nghĩa | may the same request be accepted later? |\n| --- | --- | --- | --- | --- |\n");
        foreach (var row in set.Codes)
        {
            var canRetry = row.CanRetry ? "yes" : string.Empty;
            text.Put($"| {row.Code} | `{row.Name}` | {FieldTable.Cell(row.Summary)} | {FieldTable.Cell(row.Vietnamese)} | {canRetry} |\n");
        }
        return text.ToString();
    }
}
