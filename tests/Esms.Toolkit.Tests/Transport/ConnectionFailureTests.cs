using System.Net.Sockets;
using Esms.Tests.Sending;
using Esms.Tests.Server;

namespace Esms.Tests.Transport;

/// <summary>What is made of a failure of the HTTP stack.</summary>
public sealed class ConnectionFailureTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The send has no key, so that nobody could ask whether it was accepted.</summary>
    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, true)]
    [InlineData(HttpRequestError.ConnectionError, true)]
    [InlineData(HttpRequestError.SecureConnectionError, true)]
    [InlineData(HttpRequestError.ProxyTunnelError, true)]
    [InlineData(HttpRequestError.VersionNegotiationError, true)]
    [InlineData(HttpRequestError.ResponseEnded, false)]
    [InlineData(HttpRequestError.Unknown, false)]
    public async Task A_send_is_unknown_unless_no_byte_can_have_gone_out(HttpRequestError error, bool isCertain)
    {
        using var wire = Wire.Failing(new HttpRequestException(error));
        using var connection = Through(wire);
        using var esms = new EsmsClient(connection);

        var failure = await Assert.ThrowsAnyAsync<EsmsException>(() => esms.Zalo.SendZaloTemplateBulkAsync(HandlerTests.Bulk, Cancellation));

        Assert.Equal(isCertain ? typeof(EsmsTransportException) : typeof(EsmsOutcomeUnknownException), failure.GetType());
    }

    [Fact]
    public async Task The_cause_is_kept()
    {
        var cause = new HttpRequestException("refused", new SocketException((int)SocketError.ConnectionRefused));
        using var wire = Wire.Failing(cause);

        Assert.Same(cause, (await FailAsync(wire)).InnerException);
    }

    public static TheoryData<Exception> Quoting =>
        [
            new HttpRequestException(HttpRequestError.InvalidResponse, Canaries.ApiKey),
            new HttpIOException(HttpRequestError.InvalidResponse, Canaries.ApiKey),
            new IOException("outer", new HttpIOException(HttpRequestError.InvalidResponse, Canaries.ApiKey)),
        ];

    /// <summary>The HTTP stack tells an answer that is none with the words of the peer.</summary>
    [Theory]
    [MemberData(nameof(Quoting), DisableDiscoveryEnumeration = true)]
    public async Task A_cause_that_quotes_the_peer_is_not_kept(Exception cause)
    {
        using var wire = Wire.Failing(cause);

        var failure = await FailAsync(wire);

        Assert.Null(failure.InnerException);
        Canaries.AssertNoneIn(failure.ToString());
    }

    private static async Task<EsmsTransportException> FailAsync(Wire wire)
    {
        using var connection = Through(wire);
        using var esms = new EsmsClient(connection);
        return await Assert.ThrowsAsync<EsmsTransportException>(() => esms.Messages.GetSendStatusAsync(Answers.SmsId, Cancellation));
    }

    private static EsmsConnection Through(Wire wire) =>
        new(
            new EsmsOptions
            {
                ApiKey = Canaries.ApiKey,
                SecretKey = Canaries.SecretKey,
                MaxTries = 1,
            },
            wire
        );
}
