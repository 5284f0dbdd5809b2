namespace Esms.Toolkit.Reader.Model;

/// <summary>A call that the service makes to its customer: parameters in a GET address, perhaps signed, perhaps answered with XML.</summary>
internal sealed record InboundModel(
    string Name,
    string Summary,
    string? Remarks,
    string Docs,
    EquatableArray<Field> Parameters,
    Signature? Signature,
    Reply? Reply,
    EquatableArray<TypeModel> Types,
    EquatableArray<InboundSample> Samples
) : ContractModel(Name, Types);

/// <summary>A digest of parameters and a private key: Base64 of the MD5 of their texts, one behind the other.</summary>
/// <param name="Signed">The wire names of the parameters, in order.</param>
/// <param name="In">The wire name of the parameter that has the digest.</param>
internal sealed record Signature(EquatableArray<string> Signed, string In);

/// <summary>The XML that the service wants back.</summary>
internal sealed record Reply(string XmlRoot, EquatableArray<Field> Fields);

/// <summary>A published call: the part of the address behind the question mark.</summary>
internal sealed record InboundSample(string Name, string Query);
