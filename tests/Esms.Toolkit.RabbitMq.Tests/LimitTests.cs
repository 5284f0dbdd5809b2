using Esms.Dispatching.RabbitMq.Tests.Harness;
using Microsoft.Extensions.Options;

namespace Esms.Dispatching.RabbitMq.Tests;

/// <summary>A limit that would hold for one worker only is no limit, and says so before anything is sent.</summary>
public sealed class LimitTests(Broker broker)
{
    [Theory]
    [InlineData(nameof(EsmsDispatchOptions.MaxMessagesPerHour))]
    [InlineData(nameof(EsmsDispatchOptions.MaxCostPerHour))]
    public async Task A_limit_of_an_hour_is_refused_by_its_name_when_the_application_starts(string option)
    {
        await using var desk = await Desk.StartAsync(broker);

        var problem = await Assert.ThrowsAsync<OptionsValidationException>(() => desk.StartAppAsync(Configure));

        Assert.Contains(option, problem.Message, StringComparison.Ordinal);
        Assert.Contains("RabbitMQ", problem.Message, StringComparison.Ordinal);

        void Configure(EsmsDispatchOptions options)
        {
            if (option == nameof(EsmsDispatchOptions.MaxCostPerHour))
                options.MaxCostPerHour = 10_000;
            else
                options.MaxMessagesPerHour = 300;
        }
    }
}
