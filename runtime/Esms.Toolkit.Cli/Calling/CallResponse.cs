using Esms.Toolkit.Reader.Syntax;

namespace Esms.Cli;

/// <summary>An answer, accepted or refused.</summary>
internal sealed class CallResponse : EsmsSendResponse
{
    /// <summary>Its members as they came, as JSON text by their names on the wire, the code among them.</summary>
    public required IReadOnlyDictionary<string, string> Members { get; init; }

    /// <summary>The same as values.</summary>
    public IReadOnlyList<JsonMember> Nodes =>
        [.. Members.Select(static member => new JsonMember(member.Key, default, JsonParser.Parse(member.Value)))];

    /// <summary>The text of a member, quotes aside; null when it is not there.</summary>
    /// <param name="wire">Its name on the wire.</param>
    public string? TextOf(string wire) =>
        Members.GetValueOrDefault(wire) is { } json
            ? JsonParser.Parse(json) switch
            {
                JsonText text => text.Value,
                JsonNull => null,
                var node => JsonRenderer.Render(node),
            }
            : null;
}
