using System.Security.Cryptography.X509Certificates;

namespace Esms;

/// <summary>How a RabbitMQ server is trusted, and how this process proves who it is.</summary>
/// <remarks>Used with <c>amqps</c> addresses. The name in the certificate of the server must always be that of the address.</remarks>
public sealed class EsmsRabbitMqOptions
{
    /// <summary>
    /// Gets the certificate authorities that may have signed the certificate of the server, such as those of a company. Empty, the default, trusts those
    /// of the machine.
    /// </summary>
    public X509Certificate2Collection CertificateAuthorities { get; } = [];

    /// <summary>Gets or sets the certificate that this process shows the server, with its private key. Null, the default, shows none.</summary>
    public X509Certificate2? ClientCertificate { get; set; }
}
