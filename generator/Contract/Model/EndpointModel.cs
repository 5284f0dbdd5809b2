namespace Esms.Toolkit.Contract.Model;

/// <summary>One checked endpoint: everything a writer may know of a contract, and nothing of where it stood in the file.</summary>
internal sealed record EndpointModel(
    string Operation,
    string Client,
    string Summary,
    string? Remarks,
    string Docs,
    Route Route,
    RepeatRule Repeat,
    Limits Limits,
    EquatableArray<RequestField> Request,
    EquatableArray<ResponseField> Response,
    EquatableArray<EnumModel> Enums,
    EquatableArray<Sample> Samples);

/// <summary>Where a request goes. <paramref name="Origin"/> is scheme and host, <paramref name="Path"/> everything behind it, exactly as the contract spells it.</summary>
internal sealed record Route(string Method, string Origin, string Path);

/// <summary>What the service bounds. <paramref name="DaysKept"/>: how long it can still answer about a message.</summary>
internal sealed record Limits(int? DaysKept);

/// <summary>What a repeat of the call does.</summary>
internal enum RepeatRule
{
    /// <summary>Nothing: the call only reads.</summary>
    Safe,

    /// <summary>It may send, and bill, a second time.</summary>
    Never,
}
