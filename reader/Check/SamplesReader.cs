using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Problems;

namespace Esms.Toolkit.Reader.Check;

/// <summary>The section "samples"; whether they fit the fields is a matter of <see cref="SampleChecker"/>, which needs the types of all files.</summary>
internal static class SamplesReader
{
    public static EquatableArray<Sample> Read(ObjectReader contract)
    {
        var samples = new List<Sample>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in contract.Items("samples"))
        {
            if (ObjectReader.Open(item, "A sample", contract.Problems, ["name", "request", "response"]) is { } sample)
                samples.Add(ReadSample(sample, names));
        }
        return new(samples);
    }

    private static Sample ReadSample(ObjectReader sample, HashSet<string> names)
    {
        var name = sample.RequireText("name", "a few words that say when the service answers so");
        if (name is not null && !names.Add(name.Value))
            sample.Problems.Report(ProblemKinds.DuplicateKey, name.Word, name.Value);
        sample.Members("request");
        sample.Require("response", "the answer as it is published");
        sample.Members("response");
        return new Sample(name?.Value ?? string.Empty, sample.Literal("request")?.Json, sample.Literal("response")?.Json ?? string.Empty);
    }
}
