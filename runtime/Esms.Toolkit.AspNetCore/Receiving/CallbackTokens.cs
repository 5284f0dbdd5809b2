using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Esms.Receiving;

/// <summary>Knows the tokens, and takes them and what came with them out of requests.</summary>
internal sealed class CallbackTokens(IOptions<EsmsCallbackOptions> options)
{
    /// <summary>What stands in the path instead of a token.</summary>
    private const string Mask = "***";

    private readonly string[] _tokens = options.Value.FormerToken is { } former ? [options.Value.Token, former] : [options.Value.Token];

    /// <summary>
    /// Takes token and query out of the request, so that nothing that looks at it later can tell them. Does it once; later it finds what was
    /// taken.
    /// </summary>
    /// <returns>Null when there is no token of ours in the path.</returns>
    public PrivateQuery? Take(IFeatureCollection features)
    {
        if (features.Get<PrivateQuery>() is { } taken)
            return taken;
        if (features.Get<IHttpRequestFeature>() is not { } request || WithoutToken(request.Path) is not { } path)
            return null;
        var query = new PrivateQuery(request.QueryString);
        request.Path = path;
        request.RawTarget = path;
        request.QueryString = string.Empty;
        features.Set(query);
        return query;
    }

    private string? WithoutToken(string path)
    {
        for (int from = 0, to; from < path.Length; from = to + 1)
        {
            to = path.IndexOf('/', from);
            if (to < 0)
                to = path.Length;
            if (IsToken(path.AsSpan(from, to - from)))
                return string.Concat(path.AsSpan(0, from), Mask, path.AsSpan(to));
        }
        return null;
    }

    /// <summary>Takes the same time for every text of the length of a token.</summary>
    private bool IsToken(ReadOnlySpan<char> text)
    {
        var isToken = false;
        foreach (var token in _tokens)
            isToken |= CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(text), MemoryMarshal.AsBytes(token.AsSpan()));
        return isToken;
    }
}
