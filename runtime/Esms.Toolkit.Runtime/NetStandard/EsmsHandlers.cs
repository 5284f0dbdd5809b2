namespace Esms.Runtime;
internal static class EsmsHandlers
{
    public static HttpClientHandler Create(EsmsOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = options.BaseAddress?.IsLoopback != true,
    };
}
