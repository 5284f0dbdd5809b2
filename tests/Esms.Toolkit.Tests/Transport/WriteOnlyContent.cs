using System.Net;
using System.Text;

namespace Esms.Tests.Transport;

/// <summary>An answer that goes another way when it believes that it could read what is there, or write it anew.</summary>
internal sealed class WriteOnlyContent(string text) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        Assert.Equal((false, false, true), (stream.CanRead, stream.CanSeek, stream.CanWrite));
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text));
        await stream.FlushAsync();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
