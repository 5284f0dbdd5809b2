using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Esms.Runtime;
using Esms.Tests.Contracts;
using Esms.Tests.Server;

namespace Esms.Tests.Outbox;

/// <summary>Requests that are kept as JSON and read back: what goes over the wire is the same, to the byte.</summary>
public sealed class KeptRequestTests
{
    private const string RequestId = "kept-1";

    public static TheoryData<string> Operations => [.. EsmsKeyedSends.All.Select(static endpoint => endpoint.Operation)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_contract_with_a_key_is_listed() =>
        Assert.Equal(
            ContractJson
                .All.Where(static contract => contract["repeat"] is JsonObject)
                .Select(static contract => contract.Operation)
                .Order(StringComparer.Ordinal),
            EsmsKeyedSends.All.Select(static endpoint => endpoint.Operation).Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_published_request_goes_out_as_if_it_had_never_been_kept(string operation)
    {
        var original = await CaughtRequest.OfAsync(operation);
        var (json, ownId) = Write(original);
        var restored = EsmsOutbox.Read(original.Endpoint, json);
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = new EsmsConnection(server.Options);

        foreach (var request in new[] { original, restored })
            await EsmsOutbox.TrySendAsync(
                connection.With(new() { MaxTries = 1 }),
                original.Endpoint,
                request,
                ownId ?? RequestId,
                null,
                Cancellation
            );

        var sent = server.Received.Select(static request => (request.Method, request.Target, request.ContentType, request.Body)).ToList();
        Assert.Equal(2, sent.Count);
        Assert.Equal(sent[0], sent[1]);
        Assert.Contains(ownId ?? RequestId, sent[0].Target + sent[0].Body, StringComparison.Ordinal);
        Canaries.AssertNoneIn(Encoding.UTF8.GetString(json));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Every_property_comes_back(string operation)
    {
        var endpoint = EsmsKeyedSends.All.Single(known => known.Operation == operation);
        var write = endpoint.GetType().GetMethod("WriteRequest")!;
        var original = Filled.Of(write.GetParameters()[1].ParameterType);
        using var output = new MemoryStream();
        using (var writer = new Utf8JsonWriter(output))
            write.Invoke(endpoint, [writer, original]);

        Filled.AssertSame(original, EsmsOutbox.Read(endpoint, output.ToArray()), operation);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task What_was_not_written_like_that_is_not_read(string operation)
    {
        var original = await CaughtRequest.OfAsync(operation);
        var (json, _) = Write(original);

        for (var length = 0; length < json.Length; length++)
            Assert.ThrowsAny<JsonException>(() => EsmsOutbox.Read(original.Endpoint, json.AsSpan(0, length)));
        var members = JsonNode.Parse(json)!.AsObject();
        members["Tomorrow"] = 1;
        var unknown = Assert.ThrowsAny<JsonException>(() => EsmsOutbox.Read(original.Endpoint, Encoding.UTF8.GetBytes(members.ToJsonString())));
        Assert.Contains("does not know", unknown.Message, StringComparison.Ordinal);
        Assert.ThrowsAny<JsonException>(() => EsmsOutbox.Read(original.Endpoint, "{}"u8));
        Assert.ThrowsAny<JsonException>(() => EsmsOutbox.Read(original.Endpoint, "[]"u8));
    }

    private static (byte[] Json, string? OwnId) Write(IEsmsKeyedRequest request)
    {
        var output = new ArrayBufferWriter<byte>();
        var ownId = EsmsOutbox.Write(request, output);
        return (output.WrittenSpan.ToArray(), ownId);
    }
}
