using Microsoft.Extensions.DependencyInjection;

namespace Esms.Dispatching.RabbitMq.Tests;

/// <summary>What an application may register, without a server.</summary>
public sealed class RegistrationTests
{
    private static readonly Uri Address = new("amqps://queue.example");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_outbox_on_RabbitMQ_and_in_a_file_at_once_is_refused(bool isFileFirst)
    {
        var builder = new ServiceCollection().AddEsmsDispatch();
        _ = isFileFirst ? builder.UseSqlite("a.db") : builder.UseRabbitMq(Address);

        var exception = Assert.Throws<InvalidOperationException>(() => isFileFirst ? builder.UseRabbitMq(Address) : builder.UseSqlite("a.db"));

        Assert.Contains("one outbox", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_only_enqueues_needs_no_account()
    {
        var services = new ServiceCollection();
        services.AddEsmsDispatch().UseRabbitMq(Address).WithoutWorker();
        await using var provider = services.BuildServiceProvider();

        Assert.NotNull(provider.GetRequiredService<IEsmsDispatcher>());
        Assert.NotEmpty(provider.GetServices<Microsoft.Extensions.Hosting.IHostedService>());
    }
}
