using Esms.Dispatching;
using Esms.Dispatching.RabbitMq;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Esms;

/// <summary>Extension methods that put an outbox on RabbitMQ.</summary>
public static class EsmsRabbitMqDispatchBuilderExtensions
{
    /// <summary>A longer name would leave no room for the suffixes.</summary>
    private const int MaxNameLength = 200;

    /// <summary>
    /// Puts the outbox on a RabbitMQ server, version 3.10 or later. Any number of processes can enqueue, send and watch. The first process that
    /// connects declares the queues. The hourly limits <see cref="EsmsDispatchOptions.MaxMessagesPerHour"/> and <see
    /// cref="EsmsDispatchOptions.MaxCostPerHour"/> are refused when the application starts, because the workers share no counter.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="address">
    /// The server, such as <c>amqps://user:password@host:5671/vhost</c>. The password is sent to the server and appears nowhere else.
    /// </param>
    /// <param name="name">The prefix of the queue names. Outboxes with different names are independent.</param>
    /// <param name="configure">Sets the TLS options; null trusts the certificate authorities of the machine.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The address or the name is invalid.</exception>
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
