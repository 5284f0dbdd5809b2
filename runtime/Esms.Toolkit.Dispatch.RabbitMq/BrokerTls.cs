using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using RabbitMQ.Client;

namespace Esms.Dispatching.RabbitMq;

/// <summary>The requirements for a TLS connection to the server.</summary>
internal static class BrokerTls
{
    /// <summary>
    /// Makes the client check the name in the certificate. The client library accepts any name once the address is <c>amqps</c>. Without the check,
    /// an attacker who can redirect the connection gets the password, the phone numbers and the texts.
    /// </summary>
    public static void Require(ConnectionFactory factory, EsmsRabbitMqOptions options)
    {
        factory.Ssl.ServerName = factory.HostName;
        factory.Ssl.AcceptablePolicyErrors = SslPolicyErrors.None;
        if (options.ClientCertificate is { } own)
            factory.Ssl.Certs = [own];
        if (options.CertificateAuthorities.Count > 0)
            factory.Ssl.CertificateValidationCallback = (_, certificate, chain, errors) =>
                IsSignedBy(options.CertificateAuthorities, certificate, chain, errors);
    }

    /// <summary>Checks everything as usual, except that only the given authorities may have signed the certificate.</summary>
    private static bool IsSignedBy(X509Certificate2Collection authorities, X509Certificate? certificate, X509Chain? received, SslPolicyErrors errors)
    {
        if (certificate is null || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
            return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        foreach (var element in received?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        using var server = new X509Certificate2(certificate);
        return chain.Build(server);
    }
}
