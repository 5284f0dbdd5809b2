namespace Esms.Runtime;

/// <summary>
/// The method of a request that is watched on its way: a copy may leave out options, headers and body, but it has the method. Apart from
/// <see cref="WireRecord"/>, so that this is linked only into native apps that have handlers.
/// </summary>
/// <param name="method">The method.</param>
internal abstract class WatchedMethod(HttpMethod method) : HttpMethod(method.Method)
{
    /// <summary>Takes note of what is about to go out.</summary>
    public abstract void Begin(HttpRequestMessage request);

    /// <summary>Ends the attempt: what a handler sends from now on does not go out.</summary>
    public abstract void Close();

    /// <summary>The body is about to be read.</summary>
    /// <param name="target">Where it goes.</param>
    /// <exception cref="InvalidOperationException">It must not be sent again.</exception>
    public abstract void BeginRead(Stream target);

    /// <summary>Whether the service may have the message by now, whatever it says. That ends the attempt, so that it stays true.</summary>
    public abstract bool MayBeOut();

    /// <summary>Whether the service may have accepted the message, when no answer of its own says so. That ends the attempt, so that it stays true.</summary>
    /// <param name="ending">The exception or the HTTP error with which the handlers ended the attempt.</param>
    public abstract bool MayBeAccepted(object ending);

    /// <summary>
    /// Ends the attempt with a response: notes in it whether a request before the one that was answered, or beside it, may have been accepted.
    /// </summary>
    /// <returns>
    /// The response; or the <see cref="TryFailure"/> that it is when it is not believed, because the request went to the wire and no answer came from there.
    /// </returns>
    public abstract object Judge(HttpResponseMessage answer, EsmsResponse response);
}
