namespace Esms.Runtime;

/// <summary>
/// Where operations go that must not go out twice. A request to such an address that does not say to which call it belongs could be a copy, whatever its
/// method.
/// </summary>
internal static class OnceTargets
{
    /// <summary>Operations with so many different paths do not exist; an address with a value in its path must not fill the memory.</summary>
    private const int MaxTargets = 256;

    private static readonly object Gate = new();

    private static volatile Target? _first;
    private static int _count;

    public static void Add(Uri address)
    {
        if (Has(address))
            return;
        lock (Gate)
        {
            if (_count == MaxTargets || Has(address))
                return;
            _first = new Target(address.Host, address.AbsolutePath, _first);
            _count++;
        }
    }

    public static bool Has(HttpRequestMessage request) => request.RequestUri is { IsAbsoluteUri: true } address && Has(address);

    private static bool Has(Uri address)
    {
        for (var target = _first; target is not null; target = target.Next)
        {
            if (target.Path == address.AbsolutePath && target.Host == address.Host)
                return true;
        }
        return false;
    }

    private sealed class Target(string host, string path, Target? next)
    {
        public string Host => host;

        public string Path => path;

        public Target? Next => next;
    }
}
