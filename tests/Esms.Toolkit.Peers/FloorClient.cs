using System.Buffers;

namespace Esms.Toolkit.Peers;

/// <summary>
/// The floor: the two calls as lean as one writes them by hand. No timeout, no limits, no error mapping, nothing redacted: whatever a client
/// adds to this must pay for itself. The native floor app is made of this file, too.
/// </summary>
public sealed class FloorClient(HttpMessageHandler handler, string origin, string apiKey, string secretKey) : IDisposable
{
    private readonly HttpMessageInvoker _invoker = new(handler, disposeHandler: false);
    private readonly string _keys = $"&ApiKey={Uri.EscapeDataString(apiKey)}&SecretKey={Uri.EscapeDataString(secretKey)}";

    public async Task<StatusReport> GetSendStatusAsync(string smsId, CancellationToken cancellationToken = default)
    {
        var address = string.Concat(origin, "/MainService.svc/json/GetSendStatus?RefId=", Uri.EscapeDataString(smsId), _keys);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address));
        return await ExchangeAsync(request, FloorJson.ReadStatus, cancellationToken).ConfigureAwait(false);
    }

    public async Task<CareReceipt> SendCustomerCareAsync(CareMessage message, CancellationToken cancellationToken = default)
    {
        var (body, length) = FloorBody.Write(message, apiKey, secretKey);
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(string.Concat(origin, "/MainService.svc/json/SendMultipleMessage_V4_post_json/"))
        );
        request.Content = new ReadOnlyMemoryContent(body.AsMemory(0, length));
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        var receipt = await ExchangeAsync(request, FloorJson.ReadReceipt, cancellationToken).ConfigureAwait(false);
        ArrayPool<byte>.Shared.Return(body);
        return receipt;
    }

    public void Dispose() => _invoker.Dispose();

    private async ValueTask<T> ExchangeAsync<T>(HttpRequestMessage request, FloorJson.AnswerReader<T> read, CancellationToken cancellationToken)
    {
        using var response = await _invoker.SendAsync(request, cancellationToken).ConfigureAwait(false);
        using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var buffer = ArrayPool<byte>.Shared.Rent(4096);
        var length = 0;
        int count;
        while ((count = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false)) > 0)
        {
            length += count;
            if (length == buffer.Length)
                Array.Resize(ref buffer, length * 2);
        }
        var result = read(buffer.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(buffer);
        return result;
    }
}
