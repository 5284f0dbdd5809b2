using System.Text.Json.Nodes;

namespace Esms.Cli.Import;

/// <summary>A call as it was found: where it goes, and what it carries.</summary>
/// <param name="Method">get or post, as contracts say it.</param>
/// <param name="Address">Host and path, with fields in braces.</param>
/// <param name="Body">The word under "body"; null for what goes without saying.</param>
/// <param name="Fields">The fields with the value that was seen, in their order.</param>
internal sealed record ImportedCall(string Method, string Address, string? Body, string? XmlRoot, IReadOnlyList<ImportedField> Fields)
{
    /// <summary>The last word of the address, which names the operation where nobody else does.</summary>
    public string LastSegment => Address.Split('/', StringSplitOptions.RemoveEmptyEntries).Last(static segment => segment[0] != '{');

    public bool IsJson => Method == "post" && Body is null or "text";
}

/// <summary>A field of a request.</summary>
/// <param name="Value">What stands there: a value, or a placeholder in a text; null for nothing.</param>
/// <param name="Under">For XML: the elements around it.</param>
internal sealed record ImportedField(string Wire, JsonNode? Value, string? Under = null, bool IsInPath = false);
