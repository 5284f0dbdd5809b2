using System.Net;

namespace Esms.Runtime;

/// <summary>
/// A body that a handler has copied or buffered, before a last handler that may send a request again by itself, such as for a redirect: it says when
/// it is read, as a <see cref="WireBody"/> of the client's own does.
/// </summary>
internal sealed class PassBody : WireBody
{
    private readonly HttpContent? _content;

    /// <param name="content">The body; null when there is none.</param>
    /// <param name="record">The attempt.</param>
    public PassBody(HttpContent? content, WireRecord record)
    {
        _content = content;
        Record = record;
        if (content is null)
            return;
        foreach (var header in content.Headers)
            Headers.TryAddWithoutValidation(header.Key, header.Value);
    }

    public override bool IsEmpty => _content is null;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        BeginRead(stream);
        if (_content is null)
            return;
        // By way of memory, so that a body of the client's own does not count that once more.
        using var bytes = new MemoryStream();
        await _content.CopyToAsync(bytes, cancellationToken).ConfigureAwait(false);
        await stream.WriteAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), cancellationToken).ConfigureAwait(false);
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        SerializeToStreamAsync(stream, context, cancellationToken).GetAwaiter().GetResult();

    protected override bool TryComputeLength(out long length)
    {
        var known = _content is null ? 0 : _content.Headers.ContentLength;
        length = known.GetValueOrDefault();
        return known.HasValue;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _content?.Dispose();
        base.Dispose(disposing);
    }
}
