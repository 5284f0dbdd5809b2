namespace Esms.Toolkit.Hostile.Sends;

/// <summary>A send as the service reads it.</summary>
/// <param name="Send">The number of the send, of its text.</param>
/// <param name="RequestId">The id by which the service knows a repeat.</param>
internal sealed record Message(int Send, string RequestId);
