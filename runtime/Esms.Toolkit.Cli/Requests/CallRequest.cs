using Esms.Runtime;
using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Cli;

/// <summary>A request whose values are as they go out, by their names on the wire; the keys are not among them.</summary>
internal sealed record CallRequest(Operation Operation, IReadOnlyDictionary<string, JsonNode> Values) : IEsmsKeyedRequest
{
    EsmsEndpoint IEsmsKeyedRequest.Endpoint => new CallEndpoint(Operation);

    /// <summary>The id that the user gave to the send.</summary>
    public string? RequestId => Operation.Endpoint.Request.FirstOrDefault(static parameter => parameter.IsRepeatKey) is { } key ? TextOf(key) : null;

    public JsonNode? ValueOf(Field field) => Values.GetValueOrDefault(field.Wire);

    /// <summary>A value as it stands in an address, a form or XML.</summary>
    public string? TextOf(Field field) =>
        ValueOf(field) switch
        {
            null or JsonNull => null,
            JsonText text => text.Value,
            var node => JsonRenderer.Render(node),
        };
}
