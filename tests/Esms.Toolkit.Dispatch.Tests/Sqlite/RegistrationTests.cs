using Microsoft.Extensions.DependencyInjection;

namespace Esms.Dispatching.Tests.Sqlite;

/// <summary>What an application may ask for, and what it is told when it may not.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public void A_second_outbox_is_refused_with_what_to_do_instead()
    {
        var services = new ServiceCollection();
        services.AddEsmsDispatch().UseSqlite("a.db");

        var exception = Assert.Throws<InvalidOperationException>(() => services.AddEsmsDispatch(static options => options.Account = "otp"));

        Assert.Contains("one outbox", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_backend_of_one_outbox_is_refused()
    {
        var builder = new ServiceCollection().AddEsmsDispatch().UseSqlite("a.db");

        var exception = Assert.Throws<InvalidOperationException>(() => builder.UseSqlite("b.db"));

        Assert.Contains("one outbox", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_a_cost_limit_a_message_without_a_cost_is_refused_before_it_is_enqueued()
    {
        await using var desk = await Harness.Desk.StartAsync();
        await using var app = await desk.StartAppAsync(static options => options.MaxCostPerHour = 10_000);

        var exception = await Assert.ThrowsAsync<EsmsBatchException>(() => app.EnqueueAsync(Worker.Campaign.Batch("spring", 1)));

        Assert.Contains("Cost", exception.Message, StringComparison.Ordinal);
        Assert.Empty(desk.Esms.Messages);
    }
}
