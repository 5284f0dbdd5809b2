namespace Esms.Runtime;

/// <summary>The handler of the caller's that talks to the network. The known kind is HttpClientHandler, of which many handlers derive here.</summary>
internal static class PrimaryHandler
{
    /// <returns>The handler to send through; null when its class is not known.</returns>
    /// <exception cref="InvalidOperationException">The handler is in use already.</exception>
    public static HttpMessageHandler? Secure(HttpMessageHandler handler, EsmsOptions options)
    {
        if (handler is not HttpClientHandler known)
            return null;
        EsmsHandlers.Secure(known, options);
        return known;
    }
}
