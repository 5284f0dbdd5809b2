using System.Net;
using System.Net.Sockets;
using Esms.Tests.Secrets;

namespace Esms.Tests.Sending;

/// <summary>What handlers can do on .NET, and not on .NET Framework.</summary>
public sealed class NewerHandlerTests
{
    private static readonly SendOtpRequest Otp = new()
    {
        Brandname = "Baotrixemay",
        Phone = "0901888484",
        Content = "{OTP} la ma xac minh",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A handler may send in the synchronous way, by another method, or with a header that holds back the body.</summary>
    [Theory]
    [InlineData("synchronous")]
    [InlineData("another method")]
    [InlineData("Expect")]
    [InlineData("HTTP/2")]
    public async Task What_could_send_twice_goes_out_once_however_it_is_sent(string how)
    {
        await using var service = await FlakyService.StartAsync(Steps.LoseAnswer, Steps.LoseAnswer, Steps.LoseAnswer, Steps.LoseAnswer);
        using var handler = new OddHandler(how);
        using var esms = new EsmsClient(new EsmsConnection(service.Options, handler));

        await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => esms.Zalo.SendZaloTemplateBulkAsync(HandlerTests.Bulk, Cancellation));
        Assert.Single(service.Received);
        await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => esms.Otp.SendOtpAsync(Otp, Cancellation));
        Assert.Equal(2, service.Received.Count);
    }

    /// <summary>The HTTP stack repeats a request without a body by itself, when a connection is closed before the answer.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_send_whose_empty_body_a_handler_takes_off_goes_out_once(bool isCopy)
    {
        await using var peer = new RawPeer(static (_, _) => Task.CompletedTask);
        using var handler = new BodilessHandler(isCopy);
        using var esms = new EsmsClient(new EsmsConnection(peer.Options, handler));

        await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => esms.Otp.SendOtpAsync(Otp, Cancellation));

        Assert.Single(peer.Received);
    }

    /// <summary>A connection of the user's own may throw anything at any time, so what its exceptions mean is not known.</summary>
    [Fact]
    public async Task A_stream_of_the_users_own_does_not_say_that_nothing_was_sent()
    {
        await using var service = await FlakyService.StartAsync(Steps.Hang, Steps.Hang);
        using var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectCallback = static async (context, ct) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(context.DnsEndPoint, ct);
                return new TunnelStream(socket);
            },
        };
        var options = service.Options;
        options.MaxTries = 1;
        using var client = new EsmsClient(new EsmsConnection(options, handler));

        await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => client.Zalo.SendZaloTemplateBulkAsync(HandlerTests.Bulk, Cancellation));
        await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => client.Otp.SendOtpAsync(Otp, Cancellation));
    }

    /// <summary>Sends each request up to three times.</summary>
    private sealed class OddHandler(string how) : DelegatingHandler(new SocketsHttpHandler { UseProxy = false })
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null || how is "Expect" or "HTTP/2" ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
            for (var time = 1; ; time++)
            {
                if (how == "HTTP/2")
                    (request.Version, request.VersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact);
                var method = how == "another method" && time > 1 ? HttpMethod.Put : request.Method;
                request.Headers.ExpectContinue = how == "Expect";
                var copy = how is "Expect" or "HTTP/2"
                    ? request
                    : new HttpRequestMessage(method, request.RequestUri) { Content = body is { Length: > 0 } ? new ByteArrayContent(body) : null };
                try
                {
                    return how == "synchronous" ? Send(copy, cancellationToken) : await base.SendAsync(copy, cancellationToken);
                }
                catch (Exception exception) when (exception is HttpRequestException or InvalidOperationException && time < 3)
                {
                    // Once more.
                }
            }
        }
    }

    private sealed class BodilessHandler(bool isCopy) : DelegatingHandler(new SocketsHttpHandler { UseProxy = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Content = null;
            return base.SendAsync(isCopy ? new HttpRequestMessage(request.Method, request.RequestUri) : request, cancellationToken);
        }
    }

    private sealed class TunnelStream(Socket socket) : NetworkStream(socket, ownsSocket: true)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            buffer.IsEmpty
                ? base.ReadAsync(buffer, cancellationToken)
                : throw new HttpRequestException(HttpRequestError.ConnectionError, "The tunnel is gone.");
    }
}
