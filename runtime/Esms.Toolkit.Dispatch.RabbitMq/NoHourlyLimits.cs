using Microsoft.Extensions.Options;

namespace Esms.Dispatching.RabbitMq;

/// <summary>
/// Refuses hourly limits, which would not hold. The workers of an outbox are on many machines and share only the broker, which does not count. A
/// limit for each worker would be no limit for all of them.
/// </summary>
internal sealed class NoHourlyLimits : IValidateOptions<EsmsDispatchOptions>
{
    public ValidateOptionsResult Validate(string? name, EsmsDispatchOptions options)
    {
        var set =
            options.MaxMessagesPerHour is not null ? nameof(options.MaxMessagesPerHour)
            : options.MaxCostPerHour is not null ? nameof(options.MaxCostPerHour)
            : null;
        return set is null
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"{nameof(EsmsDispatchOptions)}.{set} cannot be used with RabbitMQ, because no worker knows what the others send. Remove it and ask eSMS to "
                    + $"limit the account, or use an outbox in a file ({nameof(EsmsSqliteDispatchBuilderExtensions.UseSqlite)})."
            );
    }
}
