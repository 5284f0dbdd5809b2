using Esms.Tests.Sending;
using Esms.Tests.Server;
using Microsoft.Extensions.DependencyInjection;

namespace Esms.Tests.Transport;

/// <summary>The handlers of a client that comes from a service collection.</summary>
public sealed class ServiceHandlerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://127.0.0.1:8080", false)]
    [InlineData("http://localhost:8080", false)]
    [InlineData("https://proxy.example", true)]
    [InlineData(null, true)]
    public async Task The_proxy_of_the_machine_is_for_the_way_out(string? baseAddress, bool usesProxy)
    {
        SocketsHttpHandler? seen = null;
        await using var provider = Through(
            baseAddress is null ? null : new Uri(baseAddress),
            http => http.ConfigurePrimaryHttpMessageHandler((handler, _) => seen = (SocketsHttpHandler)handler)
        );

        provider.GetRequiredService<EsmsClient>();

        Assert.Equal(usesProxy, seen?.UseProxy);
    }

    [Fact]
    public async Task A_handler_that_repeats_what_could_send_twice_is_told()
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{ "CodeResult": "100", "detail": [] }""");
        Exception? told = null;
        await using var provider = Through(
            server.Options.BaseAddress,
            http =>
                http.AddHttpMessageHandler(() =>
                    new Twice(async send =>
                    {
                        var first = await send();
                        told = await Record.ExceptionAsync(send);
                        return first;
                    })
                )
        );

        await provider.GetRequiredService<EsmsClient>().Zalo.SendZaloTemplateBulkAsync(HandlerTests.Bulk, Cancellation);

        Assert.IsType<InvalidOperationException>(told);
        Assert.Equal("A handler repeated SendZaloTemplateBulk, which could send and bill twice: the repeat did not go out.", told.Message);
        Assert.Single(server.Received);
    }

    /// <summary>Some handlers make a request of their own, and copy less of it than they should.</summary>
    [Fact]
    public async Task A_request_that_a_handler_made_itself_goes_out()
    {
        await using var server = await LoopbackServer.AnsweringAsync(Answers.Finished);
        await using var provider = Through(server.Options.BaseAddress, static http => http.AddHttpMessageHandler(static () => new Copying()));

        var status = await provider.GetRequiredService<EsmsClient>().Messages.GetSendStatusAsync(Answers.SmsId, Cancellation);

        Assert.Equal(Answers.SmsId, status.SmsId);
    }

    private static ServiceProvider Through(Uri? baseAddress, Action<IHttpClientBuilder> configure)
    {
        var services = new ServiceCollection();
        configure(
            services.AddEsms(options =>
                (options.ApiKey, options.SecretKey, options.BaseAddress, options.MaxTries) = (Canaries.ApiKey, Canaries.SecretKey, baseAddress, 1)
            )
        );
        return services.BuildServiceProvider();
    }

    private sealed class Twice(Func<Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>> send) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            send(() => base.SendAsync(request, cancellationToken));
    }

    private sealed class Copying : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var copy = new HttpRequestMessage(request.Method, request.RequestUri);
            return await base.SendAsync(copy, cancellationToken);
        }
    }
}
