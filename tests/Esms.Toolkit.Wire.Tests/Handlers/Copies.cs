using System.Net.Http.Headers;

namespace Esms.Wire.Tests.Handlers;

/// <summary>The ways in which handlers copy requests.</summary>
internal static class Copies
{
    /// <summary>With the same method and body, and nothing else.</summary>
    public static HttpRequestMessage Bare(HttpRequestMessage request) => new(request.Method, request.RequestUri) { Content = request.Content };

    /// <summary>With headers and options too.</summary>
    public static HttpRequestMessage Whole(HttpRequestMessage request)
    {
        var copy = Bare(request);
        foreach (var (name, values) in request.Headers)
            copy.Headers.TryAddWithoutValidation(name, values);
        foreach (var (name, value) in request.Options)
            ((IDictionary<string, object?>)copy.Options)[name] = value;
        return copy;
    }

    /// <summary>With nothing of the request's own: another method object, and the bytes of the body.</summary>
    public static async Task<HttpRequestMessage> ForeignAsync(HttpRequestMessage request)
    {
        var copy = new HttpRequestMessage(new HttpMethod(request.Method.Method), request.RequestUri);
        if (request.Content is not { } content)
            return copy;
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes);
        copy.Content = new ByteArrayContent(bytes.ToArray());
        copy.Content.Headers.ContentType = content.Headers.ContentType ?? new MediaTypeHeaderValue("application/json");
        return copy;
    }
}
