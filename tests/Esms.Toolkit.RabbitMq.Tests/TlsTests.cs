using Esms.Dispatching.RabbitMq.Tests.Harness;
using Esms.Dispatching.Tests.Harness;
using Esms.Dispatching.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Esms.Dispatching.RabbitMq.Tests;

/// <summary>Over TLS, the password, the numbers and the texts go to the server that the address names, and to no other.</summary>
public sealed class TlsTests(Broker broker)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_with_the_right_name_and_a_known_authority_is_used()
    {
        await EnqueueAsync("localhost", trustsAuthority: true, showsCertificate: true);
    }

    [Theory]
    [InlineData("other.example", true, true)]
    [InlineData("localhost", false, true)]
    public async Task Another_name_or_an_unknown_authority_is_refused_at_once_and_named(string name, bool trustsAuthority, bool showsCertificate)
    {
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => EnqueueAsync(name, trustsAuthority, showsCertificate));

        Assert.Contains("AuthenticationException", exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(RabbitMqServer.Password, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_names_a_wrong_certificate_once()
    {
        using var certificates = new TestCertificates();
        await using var server = await StartAsync(certificates, "other.example");
        using var log = new LogLines();
        var builder = Builder(server, certificates, trustsAuthority: true, showsCertificate: true);
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddEsms(static options =>
            (options.ApiKey, options.SecretKey, options.BaseAddress) = ("key", "secret", new Uri("http://127.0.0.1:1"))
        );
        using var host = builder.Build();
        await host.StartAsync(Cancellation);

        await Eventually.IsTrueAsync(() => log.All.Any(static line => line.Contains("certificate", StringComparison.Ordinal)));
        await Task.Delay(TimeSpan.FromSeconds(3), Cancellation);
        await host.StopAsync(Cancellation);

        Assert.Single(log.All, static line => line.Contains("certificate", StringComparison.Ordinal));
    }

    private async Task EnqueueAsync(string name, bool trustsAuthority, bool showsCertificate)
    {
        using var certificates = new TestCertificates();
        await using var server = await StartAsync(certificates, name);
        var builder = Builder(server, certificates, trustsAuthority, showsCertificate, withoutWorker: true);
        using var host = builder.Build();
        var enqueued = await host.Services.GetRequiredService<IEsmsDispatcher>().EnqueueAsync(Campaign.Batch("tls", 3), Cancellation);
        Assert.Equal(3, enqueued.Added);
    }

    private static HostApplicationBuilder Builder(
        RabbitMqServer server,
        TestCertificates certificates,
        bool trustsAuthority,
        bool showsCertificate,
        bool withoutWorker = false
    )
    {
        var builder = Host.CreateApplicationBuilder();
        var dispatch = builder
            .Services.AddEsmsDispatch()
            .UseRabbitMq(
                server.TlsAddress,
                "tls",
                options =>
                {
                    if (trustsAuthority)
                        options.CertificateAuthorities.Add(certificates.Authority);
                    if (showsCertificate)
                        options.ClientCertificate = certificates.Sign("client");
                }
            );
        if (withoutWorker)
            dispatch.WithoutWorker();
        return builder;
    }

    private async Task<RabbitMqServer> StartAsync(TestCertificates certificates, string name)
    {
        _ = broker.Server; // Skips the test where there is no server.
        using var server = certificates.Sign(name);
        return await RabbitMqServer.StartAsync(RabbitMqServer.Find()!, Cancellation, folder => certificates.Write(folder, server));
    }
}
