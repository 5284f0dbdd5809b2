namespace Esms.Toolkit.Reader.Model;

/// <summary>The body of a request.</summary>
/// <param name="XmlRoot">The outermost element of an XML body.</param>
internal sealed record RequestBody(BodyKind Kind, string? XmlRoot = null)
{
    /// <summary>Whether the body is JSON, whatever content type it has.</summary>
    public bool IsJson => Kind is BodyKind.Json or BodyKind.JsonAsText;
}

internal enum BodyKind
{
    /// <summary>No body: the fields are in the address.</summary>
    None,
    Json,

    /// <summary>JSON with the content type text/plain.</summary>
    JsonAsText,
    Form,
    Xml,
}
