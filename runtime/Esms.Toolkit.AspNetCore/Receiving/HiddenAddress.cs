namespace Esms.Receiving;

/// <summary>
/// What was taken out of a request that came with a right token. Its presence says that the token was right. It is no record, which would
/// print what it hides.
/// </summary>
/// <param name="token">The token that came.</param>
/// <param name="standIn">What the path has instead of it. Every request has another one, so that no cache takes two calls for the same.</param>
/// <param name="query">The query as it came: empty, or with its question mark.</param>
internal sealed class HiddenAddress(string token, string standIn, string query)
{
    public string StandIn => standIn;

    public string Query => query;

    /// <summary>Whether the request has reached an endpoint of the receiver.</summary>
    public bool IsReceived { get; set; }

    /// <summary>Whether a part of the path is the whole token, and not one with something around it.</summary>
    public bool IsToken(object? routeValue) => routeValue is string text && (text == standIn || text == token);

    /// <summary>Puts token and query back into a URL that was made of what the request had instead.</summary>
    public string Restore(string url)
    {
        var withToken = url.Replace(standIn, token, StringComparison.OrdinalIgnoreCase);
        return query.Length > 1 && url.Contains('?', StringComparison.Ordinal) ? $"{withToken}&{query[1..]}" : $"{withToken}{query}";
    }
}
