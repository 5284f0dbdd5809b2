namespace Esms.Tests.Receiving.Server;

/// <summary>What the receiver answered.</summary>
internal sealed record Answer(int Status, string Body, string? ContentType);
