using System.IO.Compression;
using System.Text;
using Esms.Tests.Server;

namespace Esms.Tests.Secrets;

/// <summary>
/// What a peer cannot bring the client to do. Redirects are in TransportTests, plain http in OptionsTests, nesting and sizes in BrokenAnswerTests
/// too.
/// </summary>
public sealed class HostilePeerTests
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public async Task Compressed_answers_are_not_asked_for_and_not_unpacked()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Answers.Finished), TestContext.Current.CancellationToken);
        await using var peer = new RawPeer(
            async (_, stream) =>
            {
                await stream.WriteAsync(
                    Encoding.Latin1.GetBytes($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {packed.Length}\r\n\r\n")
                );
                await stream.WriteAsync(packed.ToArray());
            }
        );

        await Assert.ThrowsAsync<EsmsProtocolException>(() => peer.Options.GetSendStatusAsync());

        Assert.DoesNotContain("Accept-Encoding", Assert.Single(peer.Received), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Content-Length: 2000000000")]
    [InlineData("Connection: close")]
    public async Task An_answer_that_is_too_large_is_left_on_the_wire(string header)
    {
        var sent = 0L;
        await using var peer = new RawPeer(
            async (_, stream) =>
            {
                await stream.WriteAsync(Encoding.Latin1.GetBytes($"HTTP/1.1 200 OK\r\n{header}\r\n\r\n"));
                for (var chunk = new byte[64 * 1024]; Interlocked.Read(ref sent) < 200 * Megabyte; Interlocked.Add(ref sent, chunk.Length))
                    await stream.WriteAsync(chunk);
            }
        );
        var options = peer.Options;
        options.MaxResponseBytes = Megabyte;

        var exception = await Assert.ThrowsAsync<EsmsProtocolException>(() => options.GetSendStatusAsync());

        Assert.Contains("(EsmsOptions.MaxResponseBytes)", exception.Message, StringComparison.Ordinal);
        Assert.InRange(Interlocked.Read(ref sent), 0, 32 * Megabyte); // What the buffers of the two sockets hold is sent too.
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5000)]
    public async Task Headers_that_are_too_large_are_an_error(int headers)
    {
        var lines = string.Concat(Enumerable.Range(0, headers).Select(i => $"X-{i}: {new string('x', 40_000 / headers)}\r\n"));
        await using var peer = new RawPeer(_ => RawPeer.Http(Answers.Finished, headers: lines));

        Assert.Equal(
            EsmsTransportError.Connection,
            (await Assert.ThrowsAsync<EsmsTransportException>(() => peer.Options.GetSendStatusAsync())).Error
        );
    }

    [Fact]
    public async Task Deep_answers_are_an_error_at_their_depth()
    {
        await using var peer = new RawPeer(static _ =>
            RawPeer.Http(
                $$"""{"CodeResponse":"100","SMSID":"1","a":{{string.Concat(Enumerable.Repeat("{\"a\":", 2000))}}1{{new string('}', 2001)}}"""
            )
        );

        await Assert.ThrowsAsync<EsmsProtocolException>(() => peer.Options.GetSendStatusAsync());
    }

    [Fact]
    public async Task Cookies_are_not_kept()
    {
        await using var peer = new RawPeer(static _ => RawPeer.Http(Answers.Finished, headers: "Set-Cookie: session=1; Path=/\r\n"));
        using var esms = new EsmsClient(peer.Options);

        await esms.Messages.GetSendStatusAsync("1", TestContext.Current.CancellationToken);
        await esms.Messages.GetSendStatusAsync("1", TestContext.Current.CancellationToken);

        Assert.Equal(2, peer.Received.Count);
        Assert.All(peer.Received, static request => Assert.DoesNotContain("Cookie", request, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_request_after_a_broken_one_has_an_answer_of_its_own()
    {
        // Two answers to one request: the second must not become that of the next request.
        await using var peer = new RawPeer(static _ =>
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}" + RawPeer.Http("""{"CodeResponse":"100","SMSID":"smuggled"}""")
        );
        using var esms = new EsmsClient(peer.Options);

        for (var i = 0; i < 2; i++)
            await Assert.ThrowsAsync<EsmsProtocolException>(() => esms.Messages.GetSendStatusAsync("1", TestContext.Current.CancellationToken));

        Assert.Equal(2, peer.Received.Count);
    }
}
