using System.Globalization;
using System.Text;
using Esms.Cli.Tests.Import.Tools;
using Esms.Toolkit.Reader;

namespace Esms.Cli.Tests.Differential;

/// <summary>
/// The checker of samples against the generated readers: of every type, in every form, with every value, both say the same. A sample is compared
/// strictly, so the member is one that accepted answers cannot do without: an optional one that cannot be read may be let go by a client.
/// </summary>
public sealed class ReaderDifferentialTests
{
    /// <summary>
    /// What the checker is stricter about on purpose: a sample shows no member that its contract lacks (ESMS015), and none twice (ESMS006). Readers keep
    /// such members, because services add some.
    /// </summary>
    private static readonly string[] StricterOnPurpose = ["ESMS006", "ESMS015"];

    [Fact]
    public void A_sample_fits_when_and_only_when_the_generated_client_reads_it()
    {
        var variants = TypeVariants.All.Select(static variant => (variant.Name, Field: TypeVariants.OwnTypes(variant.Name, variant.Field))).ToList();
        var client = GeneratedClient.Compile(
            variants.ToDictionary(static variant => variant.Name, static variant => TypeVariants.Contract(variant.Name, variant.Field, string.Empty))
        );
        var (compared, fitting) = (0, 0);
        var different = new List<string>();
        foreach (var (name, field) in variants)
        {
            var refused = Refused(name, field);
            for (var i = 0; i < TypeValues.All.Count; i++)
            {
                var value = TypeValues.All[i];
                var problem = refused.GetValueOrDefault(i);
                if (problem is not null && StricterOnPurpose.Contains(problem[..7]))
                    continue;
                var error = client.Try(name, Answer(value));
                compared++;
                fitting += problem is null ? 1 : 0;
                if ((problem is null) != (error is null))
                    different.Add($"{field}: {value}: the checker says {problem ?? "yes"}; the reader says {error ?? "yes"}");
            }
        }

        Assert.Empty(different);
        Assert.InRange(compared, 160 * 100, int.MaxValue);
        Assert.InRange(fitting, compared / 20, compared * 19 / 20);
    }

    private static string Answer(string value) => $$"""{ "CodeResult": "100", "V": {{value}} }""";

    /// <summary>The values that do not fit, by their numbers, each with what is wrong.</summary>
    private static Dictionary<int, string> Refused(string name, string field)
    {
        var samples = new StringBuilder();
        var starts = new List<int>();
        foreach (var value in TypeValues.All)
        {
            starts.Add(samples.Length);
            samples.Append(CultureInfo.InvariantCulture, $$"""{ "name": "{{starts.Count}}", "response": {{Answer(value)}} },""");
        }
        var text = TypeVariants.Contract(name, field, samples.ToString());
        var first = text.IndexOf("\"samples\": [", StringComparison.Ordinal) + "\"samples\": [".Length;
        var refused = new Dictionary<int, string>();
        foreach (var problem in ContractCheck.Run([ContractSyntax.Parse($"{name}.esms.json", text)]))
        {
            var at = starts.FindLastIndex(start => first + start <= problem.Place.Range.Start);
            Assert.True(at >= 0, $"{field}: {problem.Text}");
            refused.TryAdd(at, $"{problem.Kind.Id} {problem.Text}");
        }
        return refused;
    }
}
