using System.Net;
using Microsoft.AspNetCore.Http;

namespace Esms.Emulator;

/// <summary>
/// Who is answered. Texts, phone numbers and codes are in here, and the keys are documented, so:
/// <list type="bullet">
/// <item>the administration answers this machine only, by its connection and not by what the request says of itself;</item>
/// <item>no name in Host is believed but those of this machine and those in the options, because a page of a stranger can point its own name here;</item>
/// <item>no page of another origin is answered, whatever CORS the application around allows.</item>
/// </list>
/// </summary>
internal sealed class EmulatorAccess(IList<string> allowedHosts)
{
    /// <summary>Headers of proxies. What came through one came from elsewhere, though its last step was on this machine.</summary>
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Original-For", "X-Real-IP", "Via"];

    private static readonly string[] ServiceDomains = [".esms.vn", ".apiesms.com"];

    /// <summary>Lets through what may be asked of the service.</summary>
    public RequestDelegate ForOperations(RequestDelegate next) => context => AnswerAsync(context, FindRefusalOfOperation(context), next);

    /// <summary>Lets through what may look at the emulator, and change it.</summary>
    public RequestDelegate ForAdministration(RequestDelegate next) =>
        context =>
        {
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return AnswerAsync(context, FindRefusalOfAdministration(context), next);
        };

    private static Task AnswerAsync(HttpContext context, string? refusal, RequestDelegate next) =>
        refusal is null ? next(context) : Results.Text(refusal, statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);

    private string? FindRefusalOfOperation(HttpContext context)
    {
        if (IsInProcess(context))
            return null;
        var host = context.Request.Host.Host;
        return IsOtherOrigin(context) ? OtherOrigin
            : IsAddress(host) || IsOfService(host) || IsKnown(host) ? null
            : UnknownHost(host);
    }

    private string? FindRefusalOfAdministration(HttpContext context)
    {
        if (IsInProcess(context))
            return null;
        if (context.Connection.RemoteIpAddress is not { } caller || !IPAddress.IsLoopback(caller) || IsForwarded(context))
            return "The administration of the emulator answers this machine only, and no proxy.";
        var host = context.Request.Host.Host;
        return IsOtherOrigin(context) ? OtherOrigin
            : IsKnown(host) ? null
            : UnknownHost(host);
    }

    private const string OtherOrigin = "A page of another origin asks, and the emulator answers its own page only.";

    private static string UnknownHost(string host) =>
        $"The emulator does not answer to the host name '{host}'. Call it as localhost, or add the name to {nameof(EsmsEmulatorOptions.AllowedHosts)}.";

    /// <summary>A test server has no connections, so nobody from elsewhere can come in.</summary>
    private static bool IsInProcess(HttpContext context) => context.Connection.RemoteIpAddress is null && !IsForwarded(context);

    private static bool IsForwarded(HttpContext context) => ProxyHeaders.Any(context.Request.Headers.ContainsKey);

    /// <summary>Browsers say which page asks; programs do not.</summary>
    private static bool IsOtherOrigin(HttpContext context) =>
        context.Request.Headers.Origin is { Count: > 0 } origin
        && !(
            Uri.TryCreate(origin.ToString(), UriKind.Absolute, out var page)
            && page.Authority.Equals(context.Request.Host.Value, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>An address cannot be pointed elsewhere, as a name can.</summary>
    private static bool IsAddress(string host) => IPAddress.TryParse(host.Trim('[', ']'), out _);

    /// <summary>The names of the service itself, which nobody but ViHAT can point elsewhere.</summary>
    private static bool IsOfService(string host) => Array.Exists(ServiceDomains, domain => host.EndsWith(domain, StringComparison.OrdinalIgnoreCase));

    private bool IsKnown(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address))
        || allowedHosts.Any(allowed => allowed == "*" || allowed.Equals(host, StringComparison.OrdinalIgnoreCase));
}
