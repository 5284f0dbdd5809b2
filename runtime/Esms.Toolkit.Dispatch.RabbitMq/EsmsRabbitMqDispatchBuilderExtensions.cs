using Esms.Dispatching;
using Esms.Dispatching.RabbitMq;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Esms;

/// <summary>Puts an outbox on RabbitMQ.</summary>
public static class EsmsRabbitMqDispatchBuilderExtensions
{
    /// <summary>A longer name would leave no room for what is put behind it.</summary>
    private const int MaxNameLength = 200;

    /// <summary>
    /// The outbox is on a RabbitMQ server, version 3.10 or later, where as many processes as wanted enqueue, send and watch. The queues are declared
    /// by whoever comes first. The limits of an hour, <see cref="EsmsDispatchOptions.MaxMessagesPerHour"/> and
    /// <see cref="EsmsDispatchOptions.MaxCostPerHour"/>, are refused when the application starts: workers share nothing that could count.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="address">
    /// The server, such as <c>amqps://user:password@host:5671/vhost</c>. The password is sent to the server and shown nowhere.
    /// </param>
    /// <param name="name">What the names of the queues begin with. Outboxes of several names know nothing of each other.</param>
    /// <param name="configure">Sets how the server is trusted; null trusts the certificate authorities of the machine.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The address or the name is wrong.</exception>
    public static EsmsDispatchBuilder UseRabbitMq(
        this EsmsDispatchBuilder builder,
        Uri address,
        string name = "esms",
        Action<EsmsRabbitMqOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(address);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name.Length > MaxNameLength)
            throw new ArgumentException($"The name of an outbox has at most {MaxNameLength} characters.", nameof(name));
        var services = builder.Services;
        services.AddLogging();
        var options = new EsmsRabbitMqOptions();
        configure?.Invoke(options);
        services.AddSingleton(Broker.At(address, new Topology(name), options));
        services.AddSingleton<IValidateOptions<EsmsDispatchOptions>>(new NoHourlyLimits());
        return builder.UseBackend(CreateDispatcher, CreateWorker);
    }

    private static RabbitMqDispatcher CreateDispatcher(IServiceProvider provider) =>
        new(
            provider.GetRequiredService<Broker>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<EsmsDispatchOptions>>().Value,
            provider.GetRequiredService<ILogger<RabbitMqDispatcher>>()
        );

    private static RabbitMqWorker CreateWorker(IServiceProvider provider) =>
        new(
            provider.GetRequiredService<Broker>(),
            provider.GetRequiredService<OutboxSender>(),
            provider.GetRequiredService<IOptions<EsmsDispatchOptions>>().Value,
            provider.GetRequiredService<SteadyClock>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<RabbitMqWorker>>()
        );
}
