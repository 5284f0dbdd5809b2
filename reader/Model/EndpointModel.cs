namespace Esms.Toolkit.Reader.Model;

/// <summary>One endpoint: everything that a writer may know of its contract.</summary>
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
) : ContractModel(Operation, Types)
{
    /// <summary>More parameters than this read better as a request object.</summary>
    private const int MaxParameters = 3;

    /// <summary>The message id in the response to a send. The name is the same everywhere but for its letter case.</summary>
    public Field? MessageId =>
        Response.FirstOrDefault(static member =>
            member.IsProperty
            && member.Type is { Kind: FieldKind.Text, IsList: false }
            && member.Wire.Equals("SMSID", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>
    /// Whether there is also a method that takes only the required parameters, one by one. The method of the client itself always takes a request
    /// object, so a new optional field changes neither.
    /// </summary>
    public bool HasShortForm => RequiredParameters.Count() <= MaxParameters;

    /// <summary>The required parameters.</summary>
    public IEnumerable<Field> RequiredParameters => Request.Where(static parameter => parameter.IsRequiredFromCaller);
}
