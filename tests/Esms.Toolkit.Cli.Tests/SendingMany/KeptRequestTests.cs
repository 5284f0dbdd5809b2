using System.Buffers;
using System.Text;
using System.Text.Json;
using Esms.Runtime;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Tests.SendingMany;

/// <summary>What the command puts into an outbox, a worker with generated clients can send, and the other way round.</summary>
public sealed class KeptRequestTests
{
    public static TheoryData<string, string> Samples =>
        [
            .. EsmsKeyedSends
                .All.Select(static endpoint => OperationCatalog.BuiltIn.Get(endpoint.Operation))
                .SelectMany(static operation =>
                    operation.Endpoint.Samples.Where(static sample => sample.Request is not null).Select(sample => (operation.Name, sample.Name))
                ),
        ];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_published_request_is_kept_the_same_by_both(string name, string sample)
    {
        var operation = OperationCatalog.BuiltIn.Get(name);
        var published = operation.Endpoint.Samples.First(item => item.Name == sample).Request!;
        var request = RequestReader.Read(operation, new Dictionary<Field, Given>(), Given.Json("the sample", published), isTrial: null);

        var json = Write(request);
        var generated = (IEsmsKeyedRequest)
            EsmsOutbox.Read(EsmsKeyedSends.All.Single(endpoint => endpoint.Operation == name), Encoding.UTF8.GetBytes(json));
        var restored = (CallRequest)EsmsOutbox.Read(new CallEndpoint(operation), Encoding.UTF8.GetBytes(Write(generated)));

        Assert.Equal(json, Write(generated));
        Assert.Equal(json, Write(restored));
        Assert.Equal(request.Values.Keys, restored.Values.Keys);
        Assert.All(operation.Endpoint.Request, field => Assert.Equal(request.TextOf(field), restored.TextOf(field)));
    }

    [Fact]
    public void A_member_that_the_contract_does_not_know_is_not_left_out()
    {
        var endpoint = new CallEndpoint(OperationCatalog.BuiltIn.Get("SendCustomerCare"));

        Assert.Contains(
            "'Tomorrow'",
            Assert.Throws<JsonException>(() => EsmsOutbox.Read(endpoint, """{"Phone":"0901888484","Tomorrow":1}"""u8)).Message,
            StringComparison.Ordinal
        );
    }

    private static string Write(IEsmsKeyedRequest request)
    {
        var output = new ArrayBufferWriter<byte>();
        EsmsOutbox.Write(request, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
