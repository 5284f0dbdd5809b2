using System.Security.Cryptography.X509Certificates;

namespace Esms;

/// <summary>TLS options for a RabbitMQ server.</summary>
/// <remarks>They apply to <c>amqps</c> addresses. The certificate of the server must always be for the name in the address.</remarks>
public sealed class EsmsRabbitMqOptions
{
    /// <summary>
    /// Gets the certificate authorities that may have signed the certificate of the server, such as that of a company. When empty, which is the
    /// default, the authorities of the machine are trusted.
    /// </summary>
    public X509Certificate2Collection CertificateAuthorities { get; } = [];

    /// <summary>Gets or sets the client certificate, with its private key. The default is null: no client certificate.</summary>
    public X509Certificate2? ClientCertificate { get; set; }
}
