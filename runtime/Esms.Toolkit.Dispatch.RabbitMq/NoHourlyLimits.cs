using Microsoft.Extensions.Options;

namespace Esms.Dispatching.RabbitMq;

/// <summary>
/// Refuses limits that would not hold: the workers of an outbox are on many machines, come and go, and share nothing but the broker, which does not
/// count. A limit for each of them would be none for all of them.
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
                $"{nameof(EsmsDispatchOptions)}.{set} cannot be used with RabbitMQ, where no worker knows what the others send. Remove it and ask eSMS for a "
                    + $"limit of the account, or use an outbox in a file ({nameof(EsmsSqliteDispatchBuilderExtensions.UseSqlite)})."
            );
    }
}
