using System.Net;
using System.Text;

namespace Esms.Tests.Transport;

/// <summary>An answer whose bytes come when something has happened.</summary>
internal sealed class LateContent(string text, Task until) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await until.ConfigureAwait(false);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text)).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
