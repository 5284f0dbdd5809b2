using System.Collections.Concurrent;
using Esms.Tests.Receiving.Server;

namespace Esms.Tests.Receiving;

public sealed class HostileTests
{
    [Theory]
    [InlineData("SendFailed=1", "SMSID")]
    [InlineData("", "SMSID")]
    [InlineData("SMSID=", "SMSID")]
    public async Task What_is_no_callback_is_refused_with_the_name_of_the_parameter(string query, string parameter)
    {
        var handled = 0;
        await using var receiver = await Receiver.OfDeliveriesAsync((_, _) => Task.FromResult(Interlocked.Increment(ref handled)));

        var answer = await receiver.GetAsync(query);

        Assert.Equal(0, handled);
        Assert.Equal(400, answer.Status);
        Assert.StartsWith($"DeliveryCallback: {parameter}: ", answer.Body, StringComparison.Ordinal);
        Assert.Single(receiver.Logs.Lines, line => line.Contains($"status 400: DeliveryCallback: {parameter}: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("TotalPrice=null", "TotalPrice", "null")]
    [InlineData("TotalPrice=1,5", "TotalPrice", "1,5")]
    [InlineData("TotalPrice=NaN", "TotalPrice", "NaN")]
    [InlineData("TotalSent=undefined", "TotalSent", "undefined")]
    [InlineData("SendFailed=x0901888484", "SendFailed", "x0901888484")]
    [InlineData("SendStatus=99999999999", "SendStatus", "99999999999")]
    [InlineData("SendStatus=Finished", "SendStatus", "Finished")]
    [InlineData("TypeId=SMS", "TypeId", "SMS")]
    [InlineData("SendSuccess=1&SendSuccess=%20", "SendSuccess", " ")]
    public async Task An_optional_parameter_that_cannot_be_read_costs_no_report(string query, string parameter, string text)
    {
        var deliveries = new Deliveries();
        await using var receiver = await Receiver.OfDeliveriesAsync(deliveries.KeepAsync);

        Assert.Equal(200, (await receiver.GetAsync($"SMSID=1&telcoid=2&{query}")).Status);

        var callback = Assert.Single(deliveries.Received);
        Assert.Equal(("1", Telco.Mobifone), (callback.SmsId, callback.Telco));
        Assert.Equal([KeyValuePair.Create(parameter, $"\"{text}\"")], callback.UnknownMembers!);
        Assert.All(
            new object?[]
            {
                callback.SendStatus,
                callback.MessageType,
                callback.TotalPrice,
                callback.SendSuccess,
                callback.SendFailed,
                callback.TotalSent,
            },
            Assert.Null
        );
        Assert.DoesNotContain(receiver.Logs.Lines, static line => line.Contains("0901888484", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_required_parameter_that_cannot_be_read_is_refused_without_its_text()
    {
        await using var receiver = await Receiver.StartAsync(
            static app => app.MapEsmsShortNumberMessage("/esms/{token}", static (_, _) => Task.FromResult<ShortNumberMessageReply?>(null)),
            static options => options.ShortNumberPrivateKey = "17417a0d20114d36a902e49cad0e97f3"
        );

        var answer = await receiver.GetAsync("sender=84901888484&content=DK&serviceNumber=8041&cpid=a&smsid=1&receiverTime=0901888484");

        Assert.Equal(400, answer.Status);
        Assert.StartsWith("ShortNumberMessage: receiverTime: a date was expected", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(receiver.Logs.Lines.Append(answer.Body), static line => line.Contains("0901888484", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SMSID=1&x=%", "1")]
    [InlineData("SMSID=1&x=%FF%FE", "1")]
    [InlineData("SMSID=%C0%AF", "%C0%AF")]
    [InlineData("SMSID=1&&&==&=x&x", "1")]
    [InlineData("SMSID=1&SMSID=2", "2")]
    [InlineData("SMSID=1&smsid=2", "1")]
    [InlineData("SMSID=a%0D%0Ab", "a\r\nb")]
    [InlineData("SMSID=%E2%80%AE%F0%9F%98%80", "\u202E\U0001F600")]
    [InlineData("SMSID=1&error_info=%257B%2522a%2522%253A____", "1")]
    [InlineData("SMSID=1&error_info={{{{[[[[", "1")]
    public async Task Whatever_can_be_read_is_read(string query, string id)
    {
        var received = new ConcurrentQueue<string>();
        await using var receiver = await Receiver.OfDeliveriesAsync(
            (callback, _) =>
            {
                received.Enqueue(callback.SmsId);
                return Task.CompletedTask;
            }
        );

        Assert.Equal(200, (await receiver.GetAsync(query)).Status);

        Assert.Equal(id, Assert.Single(received));
        Assert.DoesNotContain(receiver.Logs.Lines, static line => line.Contains('\r', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Calls_are_bounded_in_length()
    {
        await using var receiver = await Receiver.OfDeliveriesAsync(static (_, _) => Task.CompletedTask, static options => options.MaxLength = 3000);
        var fits = $"SMSID=1&{string.Concat(Enumerable.Range(0, 1000).Select(static number => $"{number:x}&"))}"[..2999];

        Assert.Equal(200, (await receiver.GetAsync(fits)).Status);
        Assert.Equal(414, (await receiver.GetAsync($"{fits}&a")).Status);
        Assert.Equal(200, (await receiver.PostAsync(fits)).Status);
        Assert.Equal(413, (await receiver.PostAsync(new string('a', 2_000_000))).Status);
        Assert.Equal(414, (await receiver.GetAsync(new string('a', 100_000))).Status); // Kestrel's own limit.
    }

    [Fact]
    public async Task Only_forms_are_read_and_only_the_two_methods_are_taken()
    {
        await using var receiver = await Receiver.OfDeliveriesAsync(static (_, _) => Task.CompletedTask);
        using var put = new HttpRequestMessage(HttpMethod.Put, new Uri(receiver.BaseAddress, $"esms/{Receiver.Token}?SMSID=1"));
        using var empty = new HttpRequestMessage(HttpMethod.Post, new Uri(receiver.BaseAddress, $"esms/{Receiver.Token}?SMSID=1"));

        Assert.Equal(415, (await receiver.PostAsync("""{"SMSID":"1"}""", "application/json")).Status);
        Assert.Equal(405, (await receiver.SendAsync(put)).Status);
        Assert.Equal(200, (await receiver.SendAsync(empty)).Status);
    }

    [Fact]
    [FullRun("fuzzes")]
    public async Task Noise_is_read_or_refused_and_never_an_error_of_the_server()
    {
        await using var receiver = await Receiver.OfDeliveriesAsync(static (_, _) => Task.CompletedTask);
        var random = new Random(1);
        const string Alphabet = "&&==%%%0aFfé\u0007+;:{}[]\"'\\/?#<>SMSIDTotalPrice15";

        for (var call = 0; call < 500; call++)
        {
            var noise = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            Assert.True((await receiver.PostAsync(call % 2 == 0 ? $"SMSID=1&{noise}" : noise)).Status is 200 or 400);
        }
    }
}
