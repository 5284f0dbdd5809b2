using System.Text;
using System.Text.Json.Nodes;
using Esms.Cli.Export.Calls;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Export.Markdown;

/// <summary>The page of one operation: meaning, address, fields, codes, samples, and how to call it.</summary>
internal static class OperationPage
{
    /// <param name="codes">Where the general table of codes stands.</param>
    public static string Write(EndpointModel endpoint, ExportSet set, string codes)
    {
        var text = new StringBuilder();
        text.Put($"# {endpoint.Operation}\n\n{endpoint.Summary}\n");
        if (endpoint.Deprecated is { } instead)
            text.Put($"\n**Deprecated.** {instead}\n");
        if (endpoint.Remarks is { } remarks)
            text.Put($"\n{remarks}\n");
        AppendFacts(text, endpoint);
        AppendCalls(text, endpoint, set);
        text.Put("\n## Request\n\n");
        FieldTable.Append(text, endpoint.Request, "needed");
        text.Put("\n## Answer\n\nThe HTTP status is 200 for refusals too.\n\n");
        FieldTable.Append(text, endpoint.Response, "always, when accepted");
        FieldTable.AppendTypes(text, endpoint.Request.Concat(endpoint.Response), set);
        AppendCodes(text, endpoint, set, codes);
        AppendSamples(text, endpoint);
        return text.ToString();
    }

    private static void AppendFacts(StringBuilder text, EndpointModel endpoint)
    {
        text.Put($"\n```\n{endpoint.Route.Method} {endpoint.Route.Origin}{endpoint.Route.Path}\n```\n\n");
        text.Put($"- The fields travel {Way(endpoint.Body.Kind)}.\n- {OperationWords.Repeat(endpoint)} {OperationWords.RepeatOfClient(endpoint)}\n");
        if (endpoint.Request.FirstOrDefault(static field => field.Sandbox) is { } sandbox)
            text.Put($"- `{sandbox.Wire}` makes it a trial, which is neither sent nor billed.\n");
        if (endpoint.Limits.CallsPerSecond is { } calls)
            text.Put($"- eSMS takes {calls} calls a second.\n");
        if (endpoint.Limits.DaysKept is { } days)
            text.Put($"- eSMS keeps the data for {days} days.\n");
        text.Put($"- [Documentation of eSMS]({endpoint.Docs})\n");
    }

    private static string Way(BodyKind kind) =>
        kind switch
        {
            BodyKind.None => "in the address, where proxies and logs see them, the keys too",
            BodyKind.Form => "in a form (`application/x-www-form-urlencoded`)",
            BodyKind.Xml => "as XML that calls itself `text/plain`",
            BodyKind.JsonAsText => "as JSON that calls itself `text/plain`",
            _ => "as JSON",
        };

    private static void AppendCalls(StringBuilder text, EndpointModel endpoint, ExportSet set)
    {
        text.Put($"\n## Call it\n\n```csharp\n{CSharpText.Of(endpoint, set.Types)}\n```\n\n```sh\n{CurlText.Of(ExampleCall.Of(endpoint))}\n```\n");
    }

    private static void AppendCodes(StringBuilder text, EndpointModel endpoint, ExportSet set, string general)
    {
        text.Put("\n## Codes\n\n");
        foreach (var code in endpoint.Codes)
            text.Put($"- `{code.Code}` means here: {code.Meaning}\n");
        var published = endpoint.Samples.SelectMany(sample => CodesIn(endpoint, sample)).Distinct().Order().ToList();
        foreach (
            var row in published
                .Select(code => set.Codes.FirstOrDefault(row => row.Code == code))
                .OfType<CodeRow>()
                .Where(row => endpoint.Codes.All(code => code.Code != row.Code))
        )
            text.Put($"- `{row.Code}` {row.Name}: {row.Summary}\n");
        text.Put($"\nThose of the samples are listed; any other code of the [general table]({general}) may come too.\n");
    }

    private static IEnumerable<int> CodesIn(EndpointModel endpoint, Sample sample)
    {
        var answer = JsonNode.Parse(sample.Response)!;
        return endpoint
            .Response.Where(static field => field.Success is not null)
            .Select(field =>
                int.TryParse(answer[field.Wire]?.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var code) ? code : -1
            )
            .Where(static code => code >= 0);
    }

    private static void AppendSamples(StringBuilder text, EndpointModel endpoint)
    {
        if (endpoint.Samples.Count == 0)
            return;
        text.Put("\n## Samples\n");
        foreach (var sample in endpoint.Samples)
        {
            text.Put($"\n### {sample.Name}\n");
            if (sample.Request is { } request)
                text.Put($"\nRequest, without the keys:\n\n```json\n{JsonOutput.Of(JsonNode.Parse(request)!)}\n```\n\nAnswer:\n");
            text.Put($"\n```json\n{JsonOutput.Of(JsonNode.Parse(sample.Response)!)}\n```\n");
        }
    }
}
