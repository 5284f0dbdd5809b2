using System.Collections.Concurrent;
using Esms.Tests.Receiving.Server;
using Microsoft.Extensions.DependencyInjection;

namespace Esms.Tests.Receiving;

public sealed class DeliveryTests
{
    public static TheoryData<string> Samples => [.. Published.Names("DeliveryCallback")];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Every_published_call_reaches_the_handler_whole(string sample)
    {
        var received = new ConcurrentQueue<DeliveryCallback>();
        await using var receiver = await Receiver.OfDeliveriesAsync((callback, _) => Keep(received, callback));
        var query = Published.Query("DeliveryCallback", sample);

        var answer = await receiver.GetAsync(query);

        Assert.Equal((200, string.Empty), (answer.Status, answer.Body));
        Assert.Equal(ValuesOf(DeliveryCallback.Parse(query)), ValuesOf(Assert.Single(received)));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_form_says_the_same(string sample)
    {
        var received = new ConcurrentQueue<DeliveryCallback>();
        await using var receiver = await Receiver.OfDeliveriesAsync((callback, _) => Keep(received, callback));
        var query = Published.Query("DeliveryCallback", sample);

        Assert.Equal(200, (await receiver.PostAsync(query)).Status);
        Assert.Equal(200, (await receiver.GetAsync(query)).Status); // The repeat of the same, by the other method.

        Assert.Equal(ValuesOf(DeliveryCallback.Parse(query)), ValuesOf(Assert.Single(received)));
    }

    [Fact]
    public async Task A_published_voice_callback_reaches_its_handler()
    {
        var received = new ConcurrentQueue<VoiceCallback>();
        await using var receiver = await Receiver.StartAsync(app =>
            app.MapEsmsVoiceCallback("/voice/{token}", (callback, _) => Keep(received, callback))
        );
        var query = Published.Query("VoiceCallback", "not answered");

        Assert.Equal(200, (await receiver.GetAsync(query, $"/voice/{Receiver.Token}")).Status);

        Assert.Equal(ValuesOf(VoiceCallback.Parse(query)), ValuesOf(Assert.Single(received)));
    }

    [Fact]
    public async Task Each_try_has_services_of_its_own()
    {
        var scopes = new ConcurrentQueue<Scoped>();
        await using var receiver = await Receiver.StartAsync(
            app =>
                app.MapEsmsDeliveryCallback(
                    "/esms/{token}",
                    (_, services, _) =>
                    {
                        scopes.Enqueue(services.GetRequiredService<Scoped>());
                        return scopes.Count == 1 ? throw new InvalidOperationException("the first try fails") : Task.CompletedTask;
                    }
                ),
            addServices: static services => services.AddScoped<Scoped>()
        );

        Assert.Equal(200, (await receiver.GetAsync(Published.Viber)).Status);

        Assert.Equal(2, scopes.Distinct().Count());
        Assert.All(scopes, static scope => Assert.True(scope.IsDisposed));
    }

    [Fact]
    public async Task It_works_below_the_prefix_of_a_proxy()
    {
        var received = new ConcurrentQueue<DeliveryCallback>();
        await using var receiver = await Receiver.StartAsync(app =>
        {
            Microsoft.AspNetCore.Builder.UsePathBaseExtensions.UsePathBase(app, "/gateway");
            Microsoft.AspNetCore.Builder.EndpointRoutingApplicationBuilderExtensions.UseRouting(app);
            app.MapEsmsDeliveryCallback("/esms/{token}/delivery", (callback, _) => Keep(received, callback));
        });

        Assert.Equal(200, (await receiver.GetAsync(Published.Viber, $"/gateway/esms/{Receiver.Token}/delivery")).Status);
        Assert.Equal(404, (await receiver.GetAsync(Published.Viber, $"/other/esms/{Receiver.Token}/delivery")).Status);

        Assert.Single(received);
    }

    private static Task Keep<T>(ConcurrentQueue<T> received, T callback)
    {
        received.Enqueue(callback);
        return Task.CompletedTask;
    }

    private static Dictionary<string, string?> ValuesOf(object callback) =>
        callback
            .GetType()
            .GetProperties()
            .ToDictionary(
                static property => property.Name,
                property => property.GetValue(callback) is EsmsEmbedded<ZaloOutcome> zalo ? zalo.Text : property.GetValue(callback)?.ToString()
            );

    private sealed class Scoped : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
