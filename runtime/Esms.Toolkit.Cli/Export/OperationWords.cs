using System.Globalization;
using System.Text.Json.Nodes;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Export;

/// <summary>What an operation is, beside its fields: in sentences for people, and as plain traits for programs.</summary>
internal static class OperationWords
{
    public static string Describe(EndpointModel endpoint) =>
        $"**{endpoint.Operation}**: {string.Join(' ', Sentences(endpoint))} [Documentation]({endpoint.Docs})";

    /// <summary>What a repeat of the call does.</summary>
    public static string Repeat(EndpointModel endpoint) =>
        endpoint.Repeat.Rule switch
        {
            RepeatRule.Safe => "The call only reads, so it may be repeated.",
            RepeatRule.Keyed =>
                $"A repeat with the same {KeyOf(endpoint)} is refused (code 124) for 24 hours, and harmless; without one it may send, and bill, twice.",
            _ => "A repeat may do its work, and bill it, twice.",
        };

    /// <summary>What the client makes of that.</summary>
    public static string RepeatOfClient(EndpointModel endpoint) =>
        endpoint.Repeat.Rule switch
        {
            RepeatRule.Safe => "The client tries it again when no answer comes.",
            RepeatRule.Keyed => $"The client makes a {KeyOf(endpoint)} when you give none, and keeps it in all of its tries.",
            _ => "The client tries it once.",
        };

    public static JsonObject Traits(EndpointModel endpoint)
    {
        var traits = new JsonObject { ["operation"] = endpoint.Operation, ["repeat"] = WordOf(endpoint.Repeat.Rule) };
        if (KeyOf(endpoint) is { } key)
            traits["repeatKey"] = key;
        if (endpoint.Request.FirstOrDefault(static field => field.Sandbox) is { } sandbox)
            traits["sandbox"] = sandbox.Wire;
        if (endpoint.Limits.CallsPerSecond is { } calls)
            traits["callsPerSecond"] = calls;
        if (endpoint.Limits.DaysKept is { } days)
            traits["daysKept"] = days;
        if (endpoint.Codes.Count > 0)
            traits["codes"] = new JsonObject(
                endpoint.Codes.Select(static code => KeyValuePair.Create(code.Code.ToString(CultureInfo.InvariantCulture), (JsonNode?)code.Meaning))
            );
        return traits;
    }

    private static string WordOf(RepeatRule rule) =>
        rule switch
        {
            RepeatRule.Safe => "safe",
            RepeatRule.Keyed => "keyed",
            _ => "never",
        };

    private static string? KeyOf(EndpointModel endpoint) => endpoint.Request.FirstOrDefault(static field => field.IsRepeatKey)?.Wire;

    private static IEnumerable<string> Sentences(EndpointModel endpoint)
    {
        yield return endpoint.Summary;
        if (endpoint.Deprecated is { } instead)
            yield return $"Deprecated: {instead}";
        if (endpoint.Remarks is { } remarks)
            yield return remarks;
        yield return Repeat(endpoint);
        if (endpoint.Limits.CallsPerSecond is { } calls)
            yield return $"eSMS takes {calls} calls a second.";
        if (endpoint.Limits.DaysKept is { } days)
            yield return $"eSMS keeps the data for {days} days.";
        foreach (var code in endpoint.Codes)
            yield return $"Code {code.Code} means here: {code.Meaning}";
    }
}
