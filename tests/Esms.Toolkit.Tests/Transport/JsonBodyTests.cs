using System.Buffers;
using System.Text;
using Esms.Runtime;

namespace Esms.Tests.Transport;

/// <summary>A body lies in a buffer that others get after it: only when nobody can need it any more, and without what was in it.</summary>
public sealed class JsonBodyTests
{
    /// <summary>Of one size of buffers.</summary>
    private const int Length = 1000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_can_be_sent_twice(bool isAsync)
    {
        using var body = BodyOf('a');

        for (var time = 0; time < 2; time++)
            Assert.Equal(TextOf('a'), await SentAsync(body, isAsync));
        using var other = BodyOf('b');
        Assert.Equal(TextOf('a'), await SentAsync(body, isAsync));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Bodies_after_one_that_was_disposed_do_not_share_a_buffer(int times)
    {
        using var first = BodyOf('a');
        for (var time = 0; time < times; time++)
            first.Dispose();

        HttpContent[] others = [BodyOf('b'), BodyOf('c'), BodyOf('d')];

        Assert.Equal([TextOf('b'), TextOf('c'), TextOf('d')], await Task.WhenAll(others.Select(static other => SentAsync(other, isAsync: true))));
        Array.ForEach(others, static other => other.Dispose());
    }

    [Fact]
    public async Task A_disposed_body_cannot_be_sent()
    {
        var body = BodyOf('a');
        body.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => SentAsync(body, isAsync: true));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => SentAsync(body, isAsync: false));
    }

    [Fact]
    public async Task A_body_that_is_disposed_while_it_goes_out_goes_out_whole()
    {
        var body = BodyOf('a');
        await using var wire = new SlowWire();
        var sending = body.CopyToAsync(wire, Cancellation);

        body.Dispose();
        using var other = BodyOf('b');
        wire.GoOn();
        await sending;

        Assert.Equal(TextOf('a'), Encoding.UTF8.GetString(wire.Written));
    }

    /// <summary>Now and then the pool drops a buffer; then it is tried again.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_buffer_comes_back_empty(bool isSentBefore) =>
        Assert.Contains(true, Enumerable.Range(0, 50).Select(_ => ComesBackEmpty(isSentBefore)));

    private static bool ComesBackEmpty(bool isSentBefore)
    {
        var before = ArrayPool<byte>.Shared.Rent(Length);
        ArrayPool<byte>.Shared.Return(before, clearArray: true);
        var body = BodyOf('a');
        if (isSentBefore)
            body.CopyTo(Stream.Null, null, Cancellation);
        var isInUse = before.AsSpan().Contains((byte)'a');
        body.Dispose();
        var after = ArrayPool<byte>.Shared.Rent(Length);
        var isSame = isInUse && ReferenceEquals(before, after);
        Assert.False(isSame && after.AsSpan().Contains((byte)'a'));
        ArrayPool<byte>.Shared.Return(after);
        return isSame;
    }

    private static HttpContent BodyOf(char character) =>
        EsmsContent.Json("application/json", character, default, static (writer, all, _) => writer.WriteStringValue(new string(all, Length - 2)));

    private static string TextOf(char character) => $"\"{new string(character, Length - 2)}\"";

    private static async Task<string> SentAsync(HttpContent body, bool isAsync)
    {
        using var wire = new MemoryStream();
        if (isAsync)
            await body.CopyToAsync(wire, Cancellation);
        else
#pragma warning disable CA1849 // That is what is tested.
            body.CopyTo(wire, null, Cancellation);
#pragma warning restore CA1849
        return Encoding.UTF8.GetString(wire.ToArray());
    }
}
