using Esms.Toolkit.Contract.Model;
using Esms.Toolkit.Contract.Problems;

namespace Esms.Toolkit.Contract.Check;

/// <summary>The section "samples"; whether they fit the fields is a matter of <see cref="SampleFit"/>, which needs the types of all files.</summary>
internal static class SamplesChecker
{
    public static EquatableArray<Sample> Read(ObjectCheck contract)
    {
        var samples = new List<Sample>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in contract.Items("samples"))
        {
            if (ObjectCheck.Open(item, "A sample", contract.Problems, ["name", "request", "response"]) is { } sample)
                samples.Add(ReadSample(sample, names));
        }
        return new(samples);
    }

    private static Sample ReadSample(ObjectCheck sample, HashSet<string> names)
    {
        var name = sample.RequireText("name", "a few words that say when the service answers so");
        if (name is not null && !names.Add(name.Value))
            sample.Problems.Report(ProblemKinds.DuplicateKey, name.Word, name.Value);
        sample.Members("request");
        sample.Require("response", "the answer as it is published");
        sample.Members("response");
        return new Sample(name?.Value ?? string.Empty, sample.Json("request"), sample.Json("response") ?? string.Empty);
    }
}
