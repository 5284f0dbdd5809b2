using System.Text;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Export.Calls;

/// <summary>
/// The name of a sample over all operations, made of plain letters: what <c>Prefer: example=…</c> asks for, of Prism and of WireMock.
/// </summary>
internal static class SampleName
{
    public static string Of(EndpointModel endpoint, Sample sample)
    {
        var name = Plain(sample.Name);
        // "a b" and "a-b" are two samples, and one name in plain letters.
        var before = endpoint.Samples.TakeWhile(other => other != sample).Count(other => Plain(other.Name) == name);
        return before == 0 ? $"{endpoint.Operation}.{name}" : $"{endpoint.Operation}.{name}-{before + 1}";
    }

    private static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterOrDigit(letter))
                plain.Append(char.ToLowerInvariant(letter));
            else if (plain.Length > 0 && plain[^1] != '-')
                plain.Append('-');
        }
        return plain.ToString().TrimEnd('-');
    }
}
