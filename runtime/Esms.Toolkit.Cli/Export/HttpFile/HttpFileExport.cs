using System.Text;
using Esms.Cli.Export.Calls;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Export.HttpFile;

/// <summary>Contracts as requests for the editors that send .http files: a request for each published one.</summary>
internal static class HttpFileExport
{
    public static string WriteOne(ExportSet set) => Text(set.Endpoints.OrderBy(static endpoint => endpoint.Client, StringComparer.Ordinal));

    /// <summary>A file for each group of calls.</summary>
    public static IEnumerable<ExportFile> WriteMany(ExportSet set) =>
        set
            .Endpoints.GroupBy(static endpoint => endpoint.Client, StringComparer.Ordinal)
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .Select(static group => new ExportFile($"{group.Key}.http", Text(group)));

    private static string Text(IEnumerable<EndpointModel> endpoints)
    {
        var all = endpoints.ToList();
        var text = new StringBuilder();
        text.Put("# The keys come from the environment. Where your editor has its own place for secrets, use that, and delete these two lines.\n");
        text.Put("@apiKey = {{$processEnv ESMS_API_KEY}}\n@secretKey = {{$processEnv ESMS_SECRET_KEY}}\n");
        text.Put("# Another address here, such as that of the emulator, takes the calls in the place of eSMS.\n");
        foreach (var origin in all.Select(static endpoint => endpoint.Route.Origin).Distinct().Order(StringComparer.Ordinal))
            text.Put($"@{HostVariable.Of(origin)} = {origin}\n");
        foreach (var endpoint in all)
        {
            var requests = endpoint
                .Samples.Where(static sample => sample.Request is not null)
                .DistinctBy(static sample => sample.Request)
                .ToList<Sample?>();
            foreach (var sample in requests.DefaultIfEmpty(null))
                Append(text, endpoint, sample);
        }
        return text.ToString();
    }

    private static void Append(StringBuilder text, EndpointModel endpoint, Sample? sample)
    {
        var call = ExampleCall.Of(endpoint, sample);
        text.Put($"\n### {endpoint.Operation}{(sample is null ? string.Empty : $": {sample.Name}")}\n");
        text.Put($"# {endpoint.Summary}\n# {endpoint.Docs}\n");
        if (endpoint.Repeat.Rule != RepeatRule.Safe)
            text.Put($"# {OperationWords.Repeat(endpoint)}\n");
        text.Put($"{endpoint.Route.Method} {{{{{HostVariable.Of(endpoint.Route.Origin)}}}}}{call.Target}\n");
        if (call.Body is { } body)
            text.Put($"Content-Type: {call.ContentType}\n\n{body}\n");
    }
}
