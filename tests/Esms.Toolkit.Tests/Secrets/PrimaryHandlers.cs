using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace Esms.Tests.Secrets;

/// <summary>Every way to put a handler of one's own where requests leave the process.</summary>
internal static class PrimaryHandlers
{
    public static readonly IReadOnlyDictionary<string, Func<HttpMessageHandler>> ByHand = new Dictionary<string, Func<HttpMessageHandler>>
    {
        ["HttpClientHandler"] = static () => new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true },
        ["SocketsHttpHandler"] = static () => new SocketsHttpHandler(),
        ["DelegatingHandler over HttpClientHandler"] = static () => new Passing { InnerHandler = new HttpClientHandler() },
        ["two DelegatingHandlers over SocketsHttpHandler"] = static () =>
            new Passing { InnerHandler = new Passing { InnerHandler = new SocketsHttpHandler() } },
    };

    public static readonly IReadOnlyDictionary<string, Action<IHttpClientBuilder>> OfServices = Services();

    private static Dictionary<string, Action<IHttpClientBuilder>> Services()
    {
        var all = new Dictionary<string, Action<IHttpClientBuilder>>
        {
            ["UseSocketsHttpHandler"] = static http => http.UseSocketsHttpHandler(static (handler, _) => handler.AllowAutoRedirect = true),
            ["our own, with redirects turned on"] = static http =>
                http.ConfigurePrimaryHttpMessageHandler(
                    static (handler, _) =>
                    {
                        ((SocketsHttpHandler)handler).AllowAutoRedirect = true;
                        ((SocketsHttpHandler)handler).UseCookies = true;
                    }
                ),
            ["PostConfigureAll"] = static http =>
                http.Services.PostConfigureAll<HttpClientFactoryOptions>(static options =>
                    options.HttpMessageHandlerBuilderActions.Add(static builder => builder.PrimaryHandler = new HttpClientHandler())
                ),
            ["a filter, before"] = static http => http.Services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new Filter(isAfter: false)),
            ["a filter, after"] = static http => http.Services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new Filter(isAfter: true)),
            ["ConfigureHttpClientDefaults"] = static http =>
                http.Services.ConfigureHttpClientDefaults(static all =>
                    all.ConfigurePrimaryHttpMessageHandler(static () => new HttpClientHandler())
                        .ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => handlers.Add(new Passing()))
                ),
            ["a primary handler for all keyed clients"] = static http =>
                http.ConfigurePrimaryHttpMessageHandler(ByHand["SocketsHttpHandler"]).AddAsKeyed(),
        };
        foreach (var (name, create) in ByHand)
            all.Add($"ConfigurePrimaryHttpMessageHandler, {name}", http => http.ConfigurePrimaryHttpMessageHandler(create));
        return all;
    }

    internal sealed class Passing : DelegatingHandler;

    private sealed class Filter(bool isAfter) : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) =>
            builder =>
            {
                if (!isAfter)
                    builder.PrimaryHandler = new HttpClientHandler();
                next(builder);
                if (isAfter)
                    builder.PrimaryHandler = new HttpClientHandler();
            };
    }
}
