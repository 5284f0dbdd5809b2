using System.Text.Json;
using Esms.Runtime;
using Esms.Tests.Server;

namespace Esms.Tests.Transport;

/// <summary>An address that is the same for every call is made once; no other may be taken for one.</summary>
public sealed class AddressTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_address_without_values_is_made_once()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        var probe = new Probe(server.Options.BaseAddress!, static (ref EsmsParameters address, string _) => address.AddPath("/fixed"));

        foreach (var apiKey in new[] { "one", "two" })
            await CallAsync(probe, server, apiKey, "value");

        Assert.Equal(["/fixed", "/fixed"], server.Received.Select(static request => request.Target));
        Assert.Equal(1, probe.Written);
    }

    public static TheoryData<string, string, string> Changing =>
        new()
        {
            { nameof(EsmsParameters.Add), "/x", "/x?n=second" },
            { nameof(EsmsParameters.AddSegment), "/xfirst", "/xsecond" },
            { nameof(EsmsParameters.AddApiKey), "/x?n=key-first", "/x?n=key-second" },
            { nameof(EsmsParameters.AddApiKeySegment), "/xkey-first", "/xkey-second" },
            { nameof(EsmsParameters.AddSecretKey), "/x?n=secret-first", "/x?n=secret-second" },
            { nameof(EsmsParameters.AddSecretKeySegment), "/xsecret-first", "/xsecret-second" },
        };

    [Theory]
    [MemberData(nameof(Changing))]
    public async Task An_address_with_a_value_is_that_of_its_call(string kind, string first, string second)
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        var probe = new Probe(server.Options.BaseAddress!, (ref EsmsParameters address, string value) => Write(ref address, kind, value));

        foreach (var value in new[] { "first", "second" })
            await CallAsync(probe, server, $"key-{value}", value);

        Assert.Equal([first, second], server.Received.Select(static request => request.Target));
    }

    /// <summary>What .NET would make of it, another server may take for another address.</summary>
    [Fact]
    public async Task An_address_goes_out_as_it_is_written()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        var probe = new Probe(server.Options.BaseAddress!, static (ref EsmsParameters address, string _) => address.AddPath("/a/../b//c%7Ed/."));

        await CallAsync(probe, server, "key", "value");

        Assert.Equal("/a/../b//c%7Ed/.", Assert.Single(server.Received).Target);
    }

    [Fact]
    public async Task An_address_under_a_base_address_is_not_taken_elsewhere()
    {
        await using var own = await LoopbackServer.AnsweringAsync("{}");
        await using var proxy = await LoopbackServer.AnsweringAsync("{}");
        var probe = new Probe(own.Options.BaseAddress!, static (ref EsmsParameters address, string _) => address.AddPath("/fixed"));
        using var throughProxy = new EsmsConnection(proxy.Options);

        await throughProxy.SendAsync(probe, "value", Cancellation);
        await CallAsync(probe, own, "key", "value");
        await throughProxy.SendAsync(probe, "value", Cancellation);

        Assert.Single(own.Received);
        Assert.Equal(2, proxy.Received.Count);
    }

    [Fact]
    public void What_has_no_id_cannot_wait_in_an_outbox()
    {
        var probe = new Probe(new Uri("https://esms.invalid"), static (ref EsmsParameters _, string _) => { });
        using var writer = new Utf8JsonWriter(Stream.Null);
        const string message = "Probe has no RequestId by which eSMS could tell a repeat, so it cannot wait in an outbox.";

        Assert.Equal(message, Assert.Throws<NotSupportedException>(() => probe.WriteRequest(writer, "value")).Message);
        Assert.Equal(message, Assert.Throws<NotSupportedException>(() => Read(probe)).Message);
    }

    private static string Read(Probe probe)
    {
        var reader = new Utf8JsonReader("{}"u8);
        return probe.ReadRequest(ref reader);
    }

    /// <summary>Without a base address: the origin of the operation is where the server is.</summary>
    private static async Task CallAsync(Probe probe, LoopbackServer server, string apiKey, string value)
    {
        var options = server.Options;
        (options.BaseAddress, options.ApiKey, options.SecretKey) = (null, apiKey, apiKey.Replace("key", "secret", StringComparison.Ordinal));
        using var connection = new EsmsConnection(options);
        await connection.SendAsync(probe, value, Cancellation);
    }

    private static void Write(ref EsmsParameters address, string kind, string value)
    {
        address.AddPath("/x");
        switch (kind)
        {
            case nameof(EsmsParameters.Add):
                address.Add("n", value == "first" ? null : value);
                break;
            case nameof(EsmsParameters.AddSegment):
                address.AddSegment("Value", value);
                break;
            case nameof(EsmsParameters.AddApiKey):
                address.AddApiKey("n");
                break;
            case nameof(EsmsParameters.AddApiKeySegment):
                address.AddApiKeySegment();
                break;
            case nameof(EsmsParameters.AddSecretKey):
                address.AddSecretKey("n");
                break;
            default:
                address.AddSecretKeySegment();
                break;
        }
    }
}
