using System.Text;
using Esms.Runtime;
using Microsoft.AspNetCore.Http;

namespace Esms.Receiving;

/// <summary>Reads the parameters of a call: those of its address, and those of a form in its body. Of one that repeats the last counts.</summary>
/// <param name="maxLength">How many characters they may have.</param>
internal sealed class CallbackParameters(int maxLength)
{
    private const string FormType = "application/x-www-form-urlencoded";

    /// <returns>The parameters; null, and the HTTP status to refuse the call with, when it is not read.</returns>
    public async Task<(IReadOnlyDictionary<string, string>? Values, int Status)> ReadAsync(HttpRequest request, string query)
    {
        if (query.Length > maxLength)
            return (null, StatusCodes.Status414UriTooLong);
        if (!HttpMethods.IsPost(request.Method) || request.ContentLength is 0 || (request.ContentLength is null && request.ContentType is null))
            return (Decode(query), StatusCodes.Status200OK);
        if (request.ContentType?.Split(';')[0].Trim().Equals(FormType, StringComparison.OrdinalIgnoreCase) != true)
            return (null, StatusCodes.Status415UnsupportedMediaType);
        return await ReadBodyAsync(request).ConfigureAwait(false) is { } body
            ? (Decode($"{query}&{body}"), StatusCodes.Status200OK)
            : (null, StatusCodes.Status413PayloadTooLarge);
    }

    /// <returns>Null when it is too long.</returns>
    private async Task<string?> ReadBodyAsync(HttpRequest request)
    {
        var buffer = new byte[maxLength + 1];
        var callerLeft = request.HttpContext.RequestAborted;
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, callerLeft).ConfigureAwait(false);
        return length > maxLength ? null : Encoding.UTF8.GetString(buffer, 0, length);
    }

    private static Dictionary<string, string> Decode(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in EsmsInbound.Decode(text))
            values[name] = value;
        return values;
    }
}
