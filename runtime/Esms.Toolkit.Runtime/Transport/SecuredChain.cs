namespace Esms.Runtime;

/// <summary>Handlers of the caller's that <see cref="HandlerChain"/> has made safe.</summary>
/// <param name="first">Where requests go.</param>
/// <param name="isReplaced">Whether the first is not the given one any more, so that the connection disposes of it.</param>
/// <param name="unknown">The class of the handler that talks to the network, when it is not known what that does.</param>
internal readonly struct SecuredChain(HttpMessageHandler first, bool isReplaced, string? unknown)
{
    public HttpMessageHandler First { get; } = first;

    public bool IsReplaced { get; } = isReplaced;

    public string? Unknown { get; } = unknown;
}
