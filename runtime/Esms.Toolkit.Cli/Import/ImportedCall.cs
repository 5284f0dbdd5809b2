using System.Text.Json.Nodes;

namespace Esms.Cli.Import;

/// <summary>A call as it was found: where it goes, and what it carries.</summary>
/// <param name="Source">What it was found in.</param>
/// <param name="Method">get or post, as contracts say it.</param>
/// <param name="Address">Host and path, with fields in braces.</param>
/// <param name="Body">The word under "body"; null for what goes without saying.</param>
/// <param name="Fields">The fields with the value that was seen, in their order.</param>
internal sealed record ImportedCall(
    ImportSource Source,
    string Method,
    string Address,
    string? Body,
    string? XmlRoot,
    IReadOnlyList<ImportedField> Fields
)
{
    /// <summary>The last word of the address, which names the operation where nobody else does.</summary>
    public string LastSegment => Segments.LastOrDefault(static segment => segment[0] != '{') ?? string.Empty;

    /// <summary>The parts of the path.</summary>
    public IEnumerable<string> Segments => Address.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(2);

    public bool IsJson => Method == "post" && Body is null or "text";
}

/// <summary>A field of a request.</summary>
/// <param name="Value">What stands there: a value, or a placeholder in a text; null for nothing.</param>
/// <param name="Under">For XML: the elements around it.</param>
/// <param name="IsExample">Whether the value shows a type and is no real one, as on help pages.</param>
/// <param name="MayBeMissing">Whether it is known that it may be left out.</param>
internal sealed record ImportedField(
    string Wire,
    JsonNode? Value,
    string? Under = null,
    bool IsInPath = false,
    bool IsExample = false,
    bool MayBeMissing = false
);

/// <summary>A sample answer.</summary>
internal sealed record ImportedAnswer(ImportSource Source, JsonObject Members);
