namespace Esms.Toolkit.Budgets.Json;

/// <summary>Writes one request in both ways.</summary>
public sealed record Writing(string Name, Func<HttpContent> Ours, Func<HttpContent> Theirs);
