using System.Text;
using System.Text.Json.Nodes;

namespace Esms.Emulator.Tests.Harness;

/// <summary>Requests that no client of ours would send.</summary>
internal static class RawCall
{
    private static readonly HttpClient Http = new();

    /// <param name="path">Behind /MainService.svc/json/, or a whole one that begins with a slash.</param>
    /// <param name="json">Without the keys, which are put in.</param>
    public static async Task<JsonObject> PostJsonAsync(EsmsEmulator esms, string path, string json)
    {
        using var answer = await SendAsync(esms, path, json);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
    }

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
            new Uri(esms.BaseAddress, path.StartsWith('/') ? path : $"/MainService.svc/json/{path}")
        );
        request.Content = new ByteArrayContent(body);
        if (mediaType is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
