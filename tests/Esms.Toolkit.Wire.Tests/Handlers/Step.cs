namespace Esms.Wire.Tests.Handlers;

/// <summary>A handler of the user's: what it does with a request, and with the handlers under it.</summary>
/// <param name="send">The handlers under it.</param>
internal delegate Task<HttpResponseMessage> Step(
    HttpRequestMessage request,
    Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
    CancellationToken cancellationToken
);
