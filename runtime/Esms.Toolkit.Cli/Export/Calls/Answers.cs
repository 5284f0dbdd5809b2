using System.Globalization;
using System.Text.Json.Nodes;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Export.Calls;

/// <summary>Whether an answer is accepted, and what the service answers to a request that it cannot read.</summary>
internal static class Answers
{
    /// <summary>What the service files its answer to an unreadable request under.</summary>
    private const int UnreadableCode = 99;

    public static bool IsAccepted(EndpointModel endpoint, Sample sample)
    {
        var answer = JsonNode.Parse(sample.Response)!.AsObject();
        return endpoint.Response.Any(field =>
            field.Success is { } success
            && int.TryParse(answer[field.Wire]?.ToString(), CultureInfo.InvariantCulture, out var code)
            && success.Values.Contains(code)
        );
    }

    public static JsonObject Unreadable(EndpointModel endpoint)
    {
        if (endpoint.Response.FirstOrDefault(static field => field.Role == FieldRole.Refusal) is { } refusal)
            return new JsonObject { [refusal.Wire] = "Invalid request" };
        var code = endpoint.Response.First(static field => field.Success is { Place: not ResultPlace.Accepted });
        return new JsonObject { [code.Wire] = code.Success!.AreTexts ? UnreadableCode.ToString(CultureInfo.InvariantCulture) : UnreadableCode };
    }
}
