namespace Esms.Cli;

/// <summary>
/// Where a RabbitMQ server is. Its password belongs into the environment: what stands on the command line, every user of the machine can list.
/// </summary>
internal static class BrokerAddress
{
    public const string Password = "ESMS_AMQP_PASSWORD";

    /// <exception cref="UsageException">It is no such address. The message does not contain it, for it may have a password.</exception>
    public static Uri Read(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("amqp" or "amqps"))
            throw new UsageException("This is no address of a broker.", $"It is such as amqps://user@host/vhost, with the password in {Password}.");
        if (Environment.GetEnvironmentVariable(Password) is not { Length: > 0 } password || address.UserInfo.Contains(':', StringComparison.Ordinal))
            return address;
        return address.UserInfo.Length > 0
            ? new UriBuilder(address) { Password = Uri.EscapeDataString(password) }.Uri
            : throw new UsageException($"{Password} is set, and the address has no user.", "It is such as amqps://user@host/vhost.");
    }
}
