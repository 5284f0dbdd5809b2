using System.Diagnostics.CodeAnalysis;

namespace System.Net.Http;

/// <summary>Where .NET keeps what goes along with a request; here it is a look at the untyped properties.</summary>
internal readonly struct HttpRequestOptions(IDictionary<string, object?> properties)
{
    public void Set<T>(HttpRequestOptionsKey<T> key, T value) => properties[key.Key] = value;

    public bool TryGetValue<T>(HttpRequestOptionsKey<T> key, [MaybeNullWhen(false)] out T value)
    {
        var isThere = properties.TryGetValue(key.Key, out var found) && found is T;
        value = isThere ? (T)found! : default;
        return isThere;
    }
}

/// <summary>The name of one of them, with its type.</summary>
internal readonly struct HttpRequestOptionsKey<T>(string key)
{
    public string Key { get; } = key;
}

/// <summary>Gives requests the property that .NET has.</summary>
internal static class HttpRequestMessageOptions
{
    extension(HttpRequestMessage request)
    {
        public HttpRequestOptions Options => new(request.Properties!);
    }
}
