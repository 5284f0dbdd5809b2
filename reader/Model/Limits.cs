namespace Esms.Toolkit.Reader.Model;

/// <summary>The limits of the service.</summary>
/// <param name="DaysKept">How long the service can answer about a message.</param>
internal sealed record Limits(int? DaysKept, int? CallsPerSecond);
