using System.Net.Http.Json;

namespace Esms.Toolkit.Peers;

/// <summary>What most people write: HttpClient's JSON methods with a generated context.</summary>
public sealed class HttpClientPeer(HttpMessageHandler handler, string origin) : IDisposable
{
    private readonly HttpClient _http = new(handler, disposeHandler: false);

    public async Task<StatusReport> GetSendStatusAsync(string smsId, CancellationToken cancellationToken = default)
    {
        var address =
            $"{origin}/MainService.svc/json/GetSendStatus?RefId={Uri.EscapeDataString(smsId)}&ApiKey={Uri.EscapeDataString(Published.ApiKey)}&SecretKey={Uri.EscapeDataString(Published.SecretKey)}";
        var report = await _http.GetFromJsonAsync(address, PeerJsonContext.Default.StatusReport, cancellationToken);
        return report ?? throw new InvalidDataException("The answer is null.");
    }

    public async Task<CareReceipt> SendCustomerCareAsync(CareMessage message, CancellationToken cancellationToken = default)
    {
        var body = message with { ApiKey = Published.ApiKey, SecretKey = Published.SecretKey };
        using var response = await _http.PostAsJsonAsync(
            $"{origin}/MainService.svc/json/SendMultipleMessage_V4_post_json/",
            body,
            PeerJsonContext.Default.CareMessage,
            cancellationToken
        );
        var receipt = await response.Content.ReadFromJsonAsync(PeerJsonContext.Default.CareReceipt, cancellationToken);
        return receipt ?? throw new InvalidDataException("The answer is null.");
    }

    public void Dispose() => _http.Dispose();
}
