using System.Net;

namespace Esms.Runtime;

/// <summary>What an HTTP status says of a request, whatever comes with it.</summary>
internal static class HttpStatus
{
    private const int RequestTimeout = 408;
    private const int TooManyRequests = 429;
    private const int FirstServerError = 500;

    public static bool IsSuccess(HttpStatusCode status) => status is >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous;

    /// <summary>
    /// Whether the status alone decides, and the body is not asked: gateways write bodies of their own, some of which look like the service's.
    /// </summary>
    public static bool Decides(HttpStatusCode status) => LeavesOpen(status) || (int)status == TooManyRequests;

    /// <summary>
    /// Whether the service may have done what was asked all the same. 408 comes from a gateway that did not wait for the service, too. 429 says that
    /// nothing was done; other errors of the 400s, and redirects, that nothing can be.
    /// </summary>
    public static bool LeavesOpen(HttpStatusCode status) => (int)status is RequestTimeout or >= FirstServerError;
}
