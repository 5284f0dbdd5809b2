namespace Esms.Tests.Transport;

/// <summary>An answer of which only the code counts.</summary>
internal sealed class ProbeAnswer : EsmsResponse;
