using Esms.Cli.Export;
using Esms.Cli.Export.Calls;
using Esms.Tests.Samples;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Tests.Export.Tools;

/// <summary>Makes the published calls with the typed client, and compares each answer with the published one.</summary>
internal static class PublishedAnswers
{
    public static ExportSet All { get; } = ExportSet.Load(null, []);

    /// <summary>Every sample of every operation, refusals included, each asked for by name.</summary>
    /// <param name="keepsDigits">Whether the mock answers 850.0000 as it is published; one that runs on JavaScript answers 850.</param>
    /// <returns>How many there are, and what went wrong.</returns>
    public static async Task<(int Count, IReadOnlyList<string> Failures)> AskForEachAsync(PreferProxy proxy, bool keepsDigits = true)
    {
        var failures = new List<string>();
        var count = 0;
        foreach (var endpoint in All.Endpoints)
        {
            foreach (var sample in endpoint.Samples)
            {
                count++;
                proxy.Example = SampleName.Of(endpoint, sample);
                if (await CompareAsync(endpoint, sample, proxy.Options, keepsDigits) is { } failure)
                    failures.Add($"{proxy.Example}: {failure}");
            }
        }
        return (count, failures);
    }

    /// <summary>The first call of every operation, as the client makes it, without a word to the mock.</summary>
    public static async Task<(int Count, IReadOnlyList<string> Failures)> CallEachAsync(PreferProxy proxy)
    {
        var failures = new List<string>();
        proxy.Example = null;
        foreach (var endpoint in All.Endpoints)
        {
            var sample =
                endpoint.Samples.FirstOrDefault(static sample => sample.Request is not null)
                ?? endpoint.Samples.First(sample => Answers.IsAccepted(endpoint, sample));
            if (await CompareAsync(endpoint, sample, proxy.Options) is { } failure)
                failures.Add($"{endpoint.Operation}: {failure}");
        }
        return (All.Endpoints.Count, failures);
    }

    private static async Task<string?> CompareAsync(EndpointModel endpoint, Sample sample, EsmsOptions options, bool keepsDigits = true)
    {
        try
        {
            var (response, written, isRefusal) = await SampleCalls.All[endpoint.Operation].AskAsync(options);
            Assert.Equal(Answers.IsAccepted(endpoint, sample), !isRefusal);
            Assert.Null(response.UnknownMembers);
            Assert.Equal(PlainJson.Of(sample.Response, keepsDigits), PlainJson.Of(written, keepsDigits));
            return null;
        }
        catch (Exception exception) when (exception is EsmsException or Xunit.Sdk.XunitException)
        {
            return exception.Message;
        }
    }
}
