namespace Esms.Toolkit.Reader.Model;

/// <summary>
/// What a contract file declares, checked, without its places in the file: an <see cref="EndpointModel"/>, an <see cref="InboundModel"/>,
/// <see cref="SharedTypes"/> or a <see cref="CodeTable"/>.
/// </summary>
/// <param name="Name">The operation or the inbound call; empty for files that have none.</param>
/// <param name="Types">The types that the file declares.</param>
internal abstract record ContractModel(string Name, EquatableArray<TypeModel> Types);
