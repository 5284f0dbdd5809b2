using Esms.Cli.Export.HttpFile;
using Esms.Cli.Export.Markdown;
using Esms.Cli.Export.OpenApi;
using Esms.Cli.Export.Postman;
using Esms.Cli.Export.WireMock;

namespace Esms.Cli.Export;

/// <summary>What contracts can be written as.</summary>
/// <param name="WriteOne">As one text.</param>
/// <param name="WriteMany">As the files of a folder.</param>
internal sealed record ExportFormat(string Name, string Summary, Func<ExportSet, string> WriteOne, Func<ExportSet, IEnumerable<ExportFile>> WriteMany)
{
    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        Single(
            "openapi",
            "An OpenAPI 3.1 document, from which clients of other languages and mocks are made.",
            "openapi.json",
            OpenApiDocument.Write
        ),
        new("wiremock", "Stub mappings for WireMock: it answers each published sample.", WireMockExport.WriteOne, WireMockExport.WriteMany),
        new("http", "Requests for editors (.http), with variables for the keys.", HttpFileExport.WriteOne, HttpFileExport.WriteMany),
        new("markdown", "A reference page for each operation.", MarkdownExport.WriteOne, MarkdownExport.WriteMany),
        Single("postman", "A Postman collection (v2.1), with variables for the keys.", "esms.postman_collection.json", PostmanCollection.Write),
    ];

    private static ExportFormat Single(string name, string summary, string file, Func<ExportSet, string> write) =>
        new(name, summary, write, set => [new ExportFile(file, write(set))]);
}
