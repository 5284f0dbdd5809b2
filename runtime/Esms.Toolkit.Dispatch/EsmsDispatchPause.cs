namespace Esms;

/// <summary>Why nothing is sent, and for how long.</summary>
/// <param name="Reason">What happened, in words.</param>
/// <param name="Code">The refusal that stands for all messages, such as a balance that is too low; null when it is something else.</param>
/// <param name="Until">When the next message is tried.</param>
public sealed record EsmsDispatchPause(string Reason, EsmsResultCode? Code, DateTimeOffset Until);
