using System.Text;
using System.Text.Json.Nodes;

namespace Esms.Emulator.Tests.Harness;

/// <summary>Requests that no client of ours would send.</summary>
internal static class RawCall
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromMinutes(5) };

    /// <param name="path">Behind /MainService.svc/json/, or a whole one that begins with a slash.</param>
    /// <param name="json">Without the keys, which are put in.</param>
    public static async Task<JsonObject> PostJsonAsync(EsmsEmulator esms, string path, string json)
    {
        using var answer = await SendAsync(esms, path, json);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
    }

    /// <param name="address">Path and query, with {keys} in the place of both keys as parameters, and {key} and {secret} in that of each.</param>
    /// <param name="host">The name of the service that the caller believes to call; null for the emulator's own.</param>
    public static async Task<JsonObject> GetJsonAsync(EsmsEmulator esms, string address, string? host = null)
    {
        using var answer = await GetAsync(esms, address, host);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
    }

    public static async Task<HttpResponseMessage> GetAsync(EsmsEmulator esms, string address, string? host = null)
    {
        var filled = address
            .Replace("{keys}", "ApiKey={key}&SecretKey={secret}", StringComparison.Ordinal)
            .Replace("{key}", esms.Options.ApiKey, StringComparison.Ordinal)
            .Replace("{secret}", esms.Options.SecretKey, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, esms.BaseAddress.GetLeftPart(UriPartial.Authority) + filled);
        request.Headers.Host = host;
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>What the emulator says of an answer in a header; empty when it says nothing.</summary>
    public static string Said(this HttpResponseMessage answer, string header) =>
        answer.Headers.TryGetValues($"Esms-Emulator-{header}", out var values) ? values.Single() : string.Empty;

    public static Task<HttpResponseMessage> SendAsync(EsmsEmulator esms, string path, string json)
    {
        var body = JsonNode.Parse(json)!.AsObject();
        body["ApiKey"] = esms.Options.ApiKey;
        body["SecretKey"] = esms.Options.SecretKey;
        return SendBodyAsync(esms, path, Encoding.UTF8.GetBytes(body.ToJsonString()), "application/json");
    }

    public static async Task<HttpResponseMessage> SendBodyAsync(
        EsmsEmulator esms,
        string path,
        byte[] body,
        string? mediaType,
        HttpMethod? method = null
    )
    {
        using var request = new HttpRequestMessage(
            method ?? HttpMethod.Post,
            esms.BaseAddress.GetLeftPart(UriPartial.Authority) + (path.StartsWith('/') ? path : $"/MainService.svc/json/{path}")
        );
        request.Content = new ByteArrayContent(body);
        if (mediaType is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
