using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Esms.Tests;

/// <summary>What later versions of ASP.NET Core have, and the tests use.</summary>
internal static class HostingExtensions
{
    public static T GetRequiredFeature<T>(this IFeatureCollection features) =>
        features.Get<T>() ?? throw new InvalidOperationException($"There is no {typeof(T).Name}.");

    public static IWebHostBuilder ConfigureKestrel(this IWebHostBuilder builder, Action<KestrelServerOptions> configure) =>
        builder.UseKestrel(configure);

    extension(IHeaderDictionary headers)
    {
        public string RetryAfter
        {
            set => headers["Retry-After"] = value;
        }
    }
}
