namespace Esms.Tests.Sending;

public sealed class ConnectTimeoutTests
{
    [Fact]
    public async Task A_connection_that_does_not_come_about_in_time_means_that_nothing_was_sent()
    {
        using var handler = new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromMilliseconds(50),
            ConnectCallback = static async (_, cancellation) =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
                return Stream.Null;
            },
        };
        await using var service = await FlakyService.StartAsync();
        var options = service.Options;
        options.MaxTries = 1;
        using var esms = new EsmsClient(new EsmsConnection(options, handler));

        var message = new SendCustomerCareRequest
        {
            Brandname = "Baotrixemay",
            Phone = "0901888484",
            Content = "686868 la ma xac minh",
        };
        await Assert.ThrowsAsync<EsmsTransportException>(() => esms.Sms.SendCustomerCareAsync(message, TestContext.Current.CancellationToken));
    }
}
