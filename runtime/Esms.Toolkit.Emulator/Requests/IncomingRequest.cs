using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Esms.Emulator;

/// <summary>A request as it came, whole.</summary>
/// <param name="Query">With its question mark; empty when there is none.</param>
/// <param name="MediaType">Without parameters; null when none is named.</param>
internal sealed record IncomingRequest(string Method, string Path, string Query, string? MediaType, byte[] Body)
{
    /// <returns>Null when the body is larger than the limit.</returns>
    public static async Task<IncomingRequest?> ReadAsync(HttpRequest request, string path, int maxBytes)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted).ConfigureAwait(false)) > 0)
        {
            if (body.Length + read > maxBytes)
                return null;
            await body.WriteAsync(buffer.AsMemory(0, read), request.HttpContext.RequestAborted).ConfigureAwait(false);
        }
        var mediaType = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed) ? parsed.MediaType.ToString() : request.ContentType;
        return new IncomingRequest(request.Method, path, request.QueryString.Value ?? string.Empty, mediaType, body.ToArray());
    }
}
