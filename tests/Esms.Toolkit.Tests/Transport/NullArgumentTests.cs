using System.Xml;
using Esms.Runtime;

namespace Esms.Tests.Transport;

/// <summary>Generated code that would pass nothing is told which argument, where it does.</summary>
public sealed class NullArgumentTests
{
    public static TheoryData<string, Action> Calls =>
        new()
        {
            { "argument", static () => EsmsGuard.NotNull(null, "argument") },
            { "argument", static () => EsmsGuard.NotEmpty(null, "argument") },
            { "check", static () => EsmsGuard.One("x", null!) },
            { "check", static () => EsmsGuard.Each(["x"], null!) },
            { "check", static () => EsmsGuard.One<string>(null, null!) },
            { "check", static () => EsmsGuard.Each<string>(null, null!) },
            { "parameters", static () => _ = new EsmsInbound("Call", null!) },
            { "query", static () => _ = EsmsInbound.Decode(null!).ToList() },
            { "privateKey", static () => EsmsInbound.IsSigned("text", null!, "signature") },
            { "read", static () => new EsmsInbound("Call", []).ReadEmbedded<string>("p", null!) },
            { "write", static () => EsmsContent.Json("application/json", "x", default, null!) },
            { "write", static () => EsmsContent.Form("x", default, null!) },
            { "write", static () => EsmsContent.Xml("RQST", "x", default, null!) },
            { "writer", static () => EsmsXml.Write(null!, "", "n", ["x"]) },
            { "writer", static () => EsmsXml.Write(null!, "", "n", (IEnumerable<string>?)null) },
            { "under", static () => EsmsXml.Write(XmlWriter.Create(Stream.Null), null!, "n", ["x"]) },
            { "elements", static () => EsmsXml.Document("R", null!) },
        };

    [Theory]
    [MemberData(nameof(Calls))]
    public void An_argument_that_is_null_is_named(string parameter, Action call) =>
        Assert.Equal(parameter, Assert.Throws<ArgumentNullException>(call).ParamName);
}
