using System.Collections.Concurrent;
using System.Net;
using Esms.Emulator.Tests.Harness;

namespace Esms.Emulator.Tests.Callbacks;

/// <summary>Whatever form a CallbackUrl has, its own parameters and those of the callback arrive.</summary>
public sealed class CallbackAddressTests
{
    [Theory]
    [InlineData("/#done")]
    [InlineData("/esms#")]
    [InlineData("/esms#/route?x=1")]
    [InlineData("/esms?a=1#done")]
    [InlineData("/esms?a=1#b?c")]
    [InlineData("/esms?")]
    [InlineData("/esms?#")]
    [InlineData("/esms?a=1&")]
    [InlineData("/esms?a=b%20c%26d%23e%3D")]
    [InlineData("/esms?a=b c")]
    [InlineData("/esms?a=đặt")]
    [InlineData("/with space")]
    [InlineData("/esms ")]
    public async Task The_parameters_arrive_at_the_receiver(string path)
    {
        await using var desk = await Desk.StartAsync();
        var url = new Uri(desk.Receiver.Url).GetLeftPart(UriPartial.Authority) + path;

        var sent = await desk.Client.Sms.SendCustomerCareAsync(
            new()
            {
                Brandname = "Baotrixemay",
                Phone = "0901888484",
                Content = "a",
                RequestId = "r1",
                CallbackUrl = url,
            },
            TestContext.Current.CancellationToken
        );
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));

        var query = Assert.Single(desk.Receiver.Queries);
        var callback = DeliveryCallback.Parse(query);
        Assert.Equal((sent.SmsId, "r1", SendStatus.Finished), (callback.SmsId, callback.RequestId, callback.SendStatus));
        Assert.Equal(OwnParameters(url), query[..query.IndexOf("SMSID=", StringComparison.Ordinal)].TrimEnd('&'));
    }

    [Theory]
    [InlineData("http://[::1]:5080/cb#x", "http://[::1]:5080/cb?")]
    [InlineData("http://user:pass@127.0.0.1/cb?a=1#x", "http://user:pass@127.0.0.1/cb?a=1&")]
    [InlineData("https://đặt.example/cb#x", "https://đặt.example/cb?")]
    [InlineData("HTTPS://SHOP.EXAMPLE#x", "https://shop.example/?")]
    [InlineData("  https://shop.example/cb  ", "https://shop.example/cb?")]
    public async Task Any_address_is_called_with_the_parameters(string address, string expected)
    {
        using var wire = new Wire();
        await using var desk = await Desk.StartAsync(new() { Callbacks = { Handler = wire } });

        var sent = await desk.Client.Sms.SendCustomerCareAsync(
            new()
            {
                Brandname = "Baotrixemay",
                Phone = "0901888484",
                Content = "a",
                CallbackUrl = address,
            },
            TestContext.Current.CancellationToken
        );
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.StartsWith($"{expected}SMSID={sent.SmsId}&", Assert.Single(wire.Addresses).ToString(), StringComparison.Ordinal);
    }

    private static string OwnParameters(string url) => new Uri(url.Split('#')[0]).Query.TrimStart('?').TrimEnd('&');

    private sealed class Wire : HttpMessageHandler
    {
        public ConcurrentQueue<Uri> Addresses { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Addresses.Enqueue(request.RequestUri!);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
        }
    }
}
