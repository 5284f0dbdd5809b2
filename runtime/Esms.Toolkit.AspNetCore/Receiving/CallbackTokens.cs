using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Esms.Receiving;

/// <summary>Knows the tokens, and takes them and what came with them out of requests.</summary>
internal sealed class CallbackTokens(IOptions<EsmsCallbackOptions> options)
{
    /// <summary>How the stand-in of a token begins.</summary>
    private const string Mask = "***";

    /// <summary>Longer paths are not searched, so that those of strangers cost nothing.</summary>
    private const int MaxPathLength = 1024;

    private readonly string[] _tokens = options.Value.FormerToken is { } former ? [options.Value.Token, former] : [options.Value.Token];

    /// <summary>
    /// Takes token and query out of the request, so that nothing that looks at it later can report them. Does it once; later it finds what was
    /// taken.
    /// </summary>
    /// <returns>Null when there is no token of ours in the path.</returns>
    public HiddenAddress? Hide(IFeatureCollection features)
    {
        if (features.Get<HiddenAddress>() is { } before)
            return before;
        if (features.Get<IHttpRequestFeature>() is not { } request || FindToken(request.Path) is not { } token)
            return null;
        var standIn = $"{Mask}{Guid.NewGuid():N}";
        var hidden = new HiddenAddress(token, standIn, request.QueryString);
        request.Path = request.Path.Replace(token, standIn, StringComparison.Ordinal);
        request.RawTarget = request.Path;
        request.QueryString = string.Empty;
        features.Set(hidden);
        return hidden;
    }

    /// <summary>Finds it anywhere, so that a token in an address of which no endpoint knows is hidden too.</summary>
    private string? FindToken(string path)
    {
        string? found = null;
        if (path.Length > MaxPathLength)
            return null;
        foreach (var token in _tokens)
        {
            for (var from = 0; from + token.Length <= path.Length; from++)
            {
                if (IsToken(path.AsSpan(from, token.Length), token))
                    found = token;
            }
        }
        return found;
    }

    /// <summary>Takes the same time for every text.</summary>
    private static bool IsToken(ReadOnlySpan<char> text, string token) =>
        CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(text), MemoryMarshal.AsBytes(token.AsSpan()));
}
