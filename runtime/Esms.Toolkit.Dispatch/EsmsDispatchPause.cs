namespace Esms;

/// <summary>A time in which nothing is sent, and its reason.</summary>
/// <param name="Reason">A description of the reason.</param>
/// <param name="Code">The refusal that applies to all messages, such as a balance that is too low; null for another reason.</param>
/// <param name="Until">When the next message is attempted.</param>
public sealed record EsmsDispatchPause(string Reason, EsmsResultCode? Code, DateTimeOffset Until);
