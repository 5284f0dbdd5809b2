using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Esms.Tests.DependencyInjection;
using Esms.Tests.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Esms.Tests.Secrets;

public sealed class CertificateTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_certificate_that_nobody_vouches_for_ends_the_call_before_anything_is_sent(bool throughServices)
    {
        var requests = 0;
        using var certificate = SelfSigned();
        await using var app = await StartAsync(certificate, () => Interlocked.Increment(ref requests));
        var options = new EsmsOptions
        {
            ApiKey = Canaries.ApiKey,
            SecretKey = Canaries.SecretKey,
            BaseAddress = new Uri($"https://localhost:{new Uri(app.Urls.Single()).Port}"),
            MaxTries = 1,
        };
        await using var services = new ServiceCollection().AddServer(options).Services.BuildServiceProvider();
        using var direct = new EsmsClient(options);
        var esms = throughServices ? services.GetRequiredService<EsmsClient>() : direct;

        // A send: that its outcome is known to be none shows that nothing went out.
        var exception = await Assert.ThrowsAsync<EsmsTransportException>(() =>
            esms.Sms.SendCustomerCareAsync(
                new SendCustomerCareRequest
                {
                    Phone = "0901888484",
                    Content = "x",
                    Brandname = "Shop",
                },
                TestContext.Current.CancellationToken
            )
        );

        Assert.Equal(EsmsTransportError.Connection, exception.Error);
        Assert.Contains(nameof(HttpRequestError.SecureConnectionError), exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, requests);
        // The server does answer who does not look at its certificate.
        using var careless = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
        };
#pragma warning disable CA5400 // Nobody revokes it either.
        using var http = new HttpClient(careless);
#pragma warning restore CA5400
        Assert.Equal("{}", await http.GetStringAsync(options.BaseAddress, TestContext.Current.CancellationToken));
        Assert.Equal(1, requests);
    }

    private static async Task<WebApplication> StartAsync(X509Certificate2 certificate, Action onRequest)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var app = builder.Build();
        app.Run(context =>
        {
            onRequest();
            return context.Response.Body.WriteAsync("{}"u8.ToArray()).AsTask();
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    internal static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        // Kestrel wants the key to be kept with the certificate.
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }
}
