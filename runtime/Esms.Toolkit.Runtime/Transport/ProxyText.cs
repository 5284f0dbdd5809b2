namespace Esms.Runtime;

/// <summary>What is said of a proxy. Its address and its answer are not: both may have its password.</summary>
internal static class ProxyText
{
    private const string Advice =
        $"check {nameof(EsmsOptions)}.{nameof(EsmsOptions.Proxy)}, or the proxy of this machine (HTTPS_PROXY), and the user name and password there.";

    public static string Refused(int status) => With("the proxy refused the connection with HTTP status " + NumberText.Of(status) + ": ");

    public static string Failed(string reason) => With("the proxy did not make the connection (" + reason + "): ");

    // Apart, so that the compiler does not put it behind both of the others.
    private static string With(string problem) => problem + Advice;
}
