using Microsoft.AspNetCore.OutputCaching;

namespace Esms.Receiving;

/// <summary>Opts out of output caching, whatever the policies of the application say, which are asked before.</summary>
internal sealed class NeverCachedPolicy : IOutputCachePolicy
{
    public static NeverCachedPolicy Instance { get; } = new();

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}
