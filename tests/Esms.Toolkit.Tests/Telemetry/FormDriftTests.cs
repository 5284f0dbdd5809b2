using System.Text.Json;
using Esms.Runtime;
using Esms.Tests.Secrets;
using Esms.Tests.Server;

namespace Esms.Tests.Telemetry;

/// <summary>Each form that a contract only accepts is told with its kind and its place.</summary>
[Collection(nameof(Quiet))]
public sealed class FormDriftTests
{
    [Theory]
    [InlineData("""{"Flag":1,"Truth":true,"Text":"1","Number":1}""")]
    [InlineData("""{"Flag":null,"Truth":null,"Text":null,"Number":null,"Json":null}""")]
    [InlineData("""{"Flag":true}""", "boolean Flag")]
    [InlineData("""{"Flag":false}""", "boolean Flag")]
    [InlineData("""{"Flag":"1"}""", "text Flag")]
    [InlineData("""{"Truth":0}""", "number Truth")]
    [InlineData("""{"Truth":"false"}""", "text Truth")]
    [InlineData("""{"Text":1}""", "number Text")]
    [InlineData("""{"Number":"1","New":[]}""", "text Number", "member New")]
    [InlineData("""{"Json":"{\"Number\":\"1\",\"New\":1}","Number":"2"}""", "text Number")]
    [InlineData("""{"Json":"{}","Number":2,"New":{"Newer":1}}""", "member New")]
    public async Task A_form_that_is_only_accepted_is_told(string body, params string[] drift)
    {
        await using var server = await LoopbackServer.AnsweringAsync(body);
        using var connection = new EsmsConnection(server.Options);
        using var tap = new TelemetryTap("esms.drift");

        await connection.SendAsync(new FormsEndpoint(), "request", TestContext.Current.CancellationToken);

        Assert.Equal(
            drift.Select(static told => $"esms.operation=Forms esms.drift={told.Split(' ')[0]} esms.subject={told.Split(' ')[1]}"),
            tap.TagsOf("esms.drift")
        );
    }

    private sealed class FormsResponse : EsmsResponse;

    private sealed class FormsEndpoint() : EsmsEndpoint<string, FormsResponse>("Forms", HttpMethod.Get, "https://rest.esms.vn", EsmsRepeat.Safe)
    {
        public override bool IsSuccess(EsmsResultCode code) => true;

        public override void WriteAddress(ref EsmsParameters address, string request) => address.AddPath("/forms");

        public override FormsResponse Read(ref Utf8JsonReader reader) => ReadForms(ref reader);

        private static FormsResponse ReadForms(ref Utf8JsonReader reader)
        {
            Dictionary<string, string>? unknown = null;
            EsmsJson.ExpectObject(ref reader);
            while (EsmsJson.ReadMember(ref reader))
            {
                var name = EsmsJson.NameOf(ref reader);
                if (name.SequenceEqual("Flag"u8))
                    EsmsJson.ReadFlag(ref reader, EsmsAccept.Boolean | EsmsAccept.Text);
                else if (name.SequenceEqual("Truth"u8))
                    EsmsJson.ReadBoolean(ref reader, EsmsAccept.Number | EsmsAccept.Text);
                else if (name.SequenceEqual("Text"u8))
                    EsmsJson.ReadString(ref reader, EsmsAccept.Number);
                else if (name.SequenceEqual("Number"u8))
                    EsmsJson.ReadInt32(ref reader, EsmsAccept.Text);
                else if (name.SequenceEqual("Json"u8))
                    EsmsJson.ReadEmbedded(ref reader, ReadForms);
                else
                    EsmsJson.KeepUnknown(ref reader, ref unknown);
            }
            return new FormsResponse { UnknownMembers = unknown };
        }
    }
}
