namespace Esms.Tests;

/// <summary>What goes along with a request.</summary>
internal static class HttpRequestMessageExtensions
{
    extension(HttpRequestMessage request)
    {
        public IDictionary<string, object?> Options => request.Properties!;
    }
}
