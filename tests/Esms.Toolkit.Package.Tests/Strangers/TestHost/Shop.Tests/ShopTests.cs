using System.Collections.Concurrent;
using Esms;
using Esms.Emulator;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Shop.Tests;

public sealed class ShopTests
{
    private const string Callback = "://shop.vn/esms/a-token-of-the-shop-that-nobody-guesses-0123456789/delivery";

    [Theory]
    [InlineData("https")]
    [InlineData("http")]
    public async Task Each_order_is_confirmed_and_its_delivery_is_known(string scheme)
    {
        await using var factory = NewFactory();

        await AssertDeliveredAsync(factory, factory.CreateClient(new() { BaseAddress = new Uri("https://shop.vn") }), scheme);
    }

    [Fact]
    public async Task Named_accounts_and_what_goes_wrong_are_the_emulators()
    {
        await using var factory = NewFactory();
        var emulator = factory.Services.GetRequiredService<EsmsEmulator>();
        var otp = factory.Services.GetRequiredKeyedService<EsmsClient>("otp");
        emulator.Faults = new()
        {
            Rules =
            {
                new()
                {
                    Kind = FaultKind.LostAnswer,
                    Operation = "SendCustomerCare",
                    Times = 1,
                },
            },
        };

        var sent = await otp.Sms.SendCustomerCareAsync(
            new()
            {
                Brandname = "Baotrixemay",
                Phone = "0901888484",
                Content = "a",
            }
        );

        Assert.True(sent.WasAlreadyAccepted);
        Assert.Equal("otp", Assert.Single(emulator.Messages).Account);
    }

    [Fact]
    public async Task Each_host_has_an_emulator_of_its_own()
    {
        await using var one = NewFactory();
        await using var two = NewFactory();

        Assert.NotEqual(one.Services.GetRequiredService<EsmsEmulator>().BaseAddress, two.Services.GetRequiredService<EsmsEmulator>().BaseAddress);
    }

    [Fact]
    public async Task Five_hundred_emulators_live_in_one_process()
    {
        var all = new List<EsmsEmulator>();
        for (var i = 0; i < 500; i++)
            all.Add(await EsmsEmulator.StartAsync());
        foreach (var emulator in all)
        {
            using var esms = new EsmsClient(emulator.Options);
            Assert.Equal(10_000_000m, (await esms.Account.GetBalanceAsync()).Balance);
        }
        await Task.WhenAll(all.Select(emulator => emulator.DisposeAsync().AsTask()));
    }

#if NET10_0_OR_GREATER
    [Fact]
    public async Task On_a_port_it_is_the_same()
    {
        await using var factory = NewFactory();
        factory.UseKestrel(0);
        factory.StartServer();

        await AssertDeliveredAsync(factory, client: null, "https");
    }
#endif

    private static WebApplicationFactory<Program> NewFactory() =>
        new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
            host.ConfigureServices(services => services.UseEsmsEmulator(options => options.Clock = EmulatorClock.Stopped()))
        );

    private static async Task AssertDeliveredAsync(WebApplicationFactory<Program> factory, HttpClient? client, string scheme)
    {
        var emulator = factory.Services.GetRequiredService<EsmsEmulator>();
        var deliveries = factory.Services.GetRequiredService<ConcurrentQueue<DeliveryCallback>>();
        List<string> sent = [];
        foreach (var phone in (string[])["0901888484", "0901888485"])
        {
            sent.Add(
                client is null
                    ? await SendAsync(factory.Services.GetRequiredService<ISmsClient>(), phone, scheme + Callback)
                    : await OrderAsync(client, phone, scheme + Callback)
            );
        }

        emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        await emulator.SettleAsync();

        Assert.Equal(sent, emulator.Messages.Select(message => message.Id));
        Assert.Equal(sent.Order(), deliveries.Select(delivery => delivery.SmsId!).Order());
    }

    private static async Task<string> OrderAsync(HttpClient client, string phone, string callback)
    {
        using var answer = await client.PostAsync($"/orders?phone={phone}&callback={Uri.EscapeDataString(callback)}", null);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    private static async Task<string> SendAsync(ISmsClient sms, string phone, string callback)
    {
        var sent = await sms.SendCustomerCareAsync(
            new()
            {
                Brandname = "Baotrixemay",
                Phone = phone,
                Content = "686868 la ma xac minh cua ban",
                CallbackUrl = callback,
            }
        );
        return sent.SmsId;
    }
}
