using System.Globalization;
using System.Text.Json.Nodes;
using Esms.Toolkit.Reader.Model;

namespace Esms.Emulator;

/// <summary>What the emulator asks of a contract.</summary>
internal static class EndpointModelExtensions
{
    /// <summary>
    /// Whether it makes messages: a call that is not harmless to repeat, and answers with a message id or one for each of its results.
    /// </summary>
    public static bool IsSend(this EndpointModel endpoint) =>
        endpoint.Repeat.Rule != RepeatRule.Safe
        && (endpoint.Response.Any(static field => field.Name == "SmsId") || endpoint.Response.Any(static field => field.Name == "Results"));

    public static Field? RequestField(this EndpointModel endpoint, string name) => endpoint.Request.FirstOrDefault(field => field.Name == name);

    public static Field? ResponseField(this EndpointModel endpoint, string name) => endpoint.Response.FirstOrDefault(field => field.Name == name);

    public static bool IsAccepted(this EndpointModel endpoint, Sample sample)
    {
        var response = PublishedSample.Of(sample).Response;
        return endpoint.Response.Any(field => field.Success is { } success && CodeIn(response, field) is { } code && success.Values.Contains(code));
    }

    public static int? CodeIn(JsonNode response, Field field) =>
        int.TryParse(response[field.Wire]?.ToString(), CultureInfo.InvariantCulture, out var code) ? code : null;
}
