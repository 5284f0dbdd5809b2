namespace Esms.Toolkit.Contract.Model;

/// <summary>One checked endpoint: everything a writer may know of a contract, and nothing of where it stood in the file.</summary>
internal sealed record EndpointModel(
    string Operation,
    string Client,
    string Summary,
    string? Remarks,
    string? Deprecated,
    string Docs,
    Route Route,
    RequestBody Body,
    Repeat Repeat,
    Limits Limits,
    EquatableArray<CodeMeaning> Codes,
    EquatableArray<Field> Request,
    EquatableArray<Field> Response,
    EquatableArray<TypeModel> Types,
    EquatableArray<Sample> Samples
)
{
    /// <summary>More parameters than this read better as a request object.</summary>
    private const int MaxParameters = 3;

    /// <summary>The message id in the answer to a send: the member that all of them have under this name, in one case or another.</summary>
    public Field? MessageId =>
        Response.FirstOrDefault(static member =>
            member.IsProperty
            && member.Type is { Kind: FieldKind.Text, IsList: false }
            && member.Wire.Equals("SMSID", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Whether the method takes its few parameters, all of them needed, one by one, and not in a request object.</summary>
    public bool TakesParameters => HasFewNeeds && Request.All(static parameter => !parameter.IsProperty || parameter.IsDemanded);

    /// <summary>
    /// Whether what is needed can be given one by one too, beside the method with a request object: so a field that need not be given, and comes later,
    /// breaks nobody who called without it.
    /// </summary>
    public bool HasShortForm => HasFewNeeds && !TakesParameters;

    /// <summary>What a call cannot go without.</summary>
    public IEnumerable<Field> Needs => Request.Where(static parameter => parameter.IsDemanded);

    private bool HasFewNeeds => Needs.Count() <= MaxParameters;
}

/// <summary>
/// Where a request goes. <paramref name="Origin"/> is scheme and host, <paramref name="Path"/> everything behind it, exactly as the contract spells
/// it.
/// </summary>
/// <param name="Path">May have fields in braces, each as a whole segment.</param>
internal sealed record Route(string Method, string Origin, string Path);

/// <summary>How the fields of a request travel that are not part of the address.</summary>
internal sealed record RequestBody(BodyKind Kind, string? XmlRoot = null);

internal enum BodyKind
{
    /// <summary>As parameters in the address.</summary>
    Query,
    Json,

    /// <summary>JSON that calls itself text/plain.</summary>
    JsonAsText,
    Form,
    Xml,
}

/// <summary>What the service bounds. <paramref name="DaysKept"/>: how long it can still answer about a message.</summary>
internal sealed record Limits(int? DaysKept, int? CallsPerSecond);

/// <summary>What a repeat of the call does. <paramref name="Key"/>: the C# name of the field that makes it harmless.</summary>
internal sealed record Repeat(RepeatRule Rule, string? Key = null);

internal enum RepeatRule
{
    /// <summary>Nothing: the call only reads.</summary>
    Safe,

    /// <summary>It is refused when it carries the same key.</summary>
    Keyed,

    /// <summary>It may send, and bill, a second time.</summary>
    Never,
}

/// <summary>What a result code means for this endpoint, where that differs from the general table.</summary>
internal sealed record CodeMeaning(int Code, string Meaning);
