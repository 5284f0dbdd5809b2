namespace Esms.Toolkit.Reader.Model;

/// <summary>A published exchange, as strict JSON with the digits as published.</summary>
/// <param name="Request">The members of the request, the keys left out; null when none is published.</param>
internal sealed record Sample(string Name, string? Request, string Response);
