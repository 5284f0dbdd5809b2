using Esms.Toolkit.Reader.Check;
using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Problems;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Reader;

/// <summary>
/// One file, parsed and not yet checked. The nodes compare by identity: a text that changed is another syntax, and what is the same about
/// it shows after the check.
/// </summary>
/// <param name="Root">Null when the text is no JSON; the problem tells why.</param>
/// <param name="Types">The types that the file declares, for all files.</param>
/// <param name="Names">The C# names that it declares, each with its place, so that two files with one name can both be told.</param>
internal sealed record ContractSyntax(
    string Path,
    string Text,
    JsonNode? Root,
    Problem? Problem,
    EquatableArray<DeclaredType> Types,
    EquatableArray<DeclaredName> Names
)
{
    /// <param name="path">Only named in problems; the file is not opened.</param>
    /// <param name="encoding">The encoding that the text was read in, where that is known.</param>
    public static ContractSyntax Parse(string path, string text, string? encoding = null, CancellationToken cancellation = default)
    {
        try
        {
            if (TextEncoding.Complain(text, encoding) is var (message, offset))
                throw new JsonSyntaxException(message, new TextRange(offset, 1));
            var root = JsonParser.Parse(text, cancellation);
            return new ContractSyntax(path, text, root, null, new(TypesChecker.Declared(root)), new(NamesOf(root, new ProblemList(path, text))));
        }
        catch (JsonSyntaxException exception)
        {
            var problems = new ProblemList(path, text);
            problems.Report(ProblemKinds.InvalidJson, exception.Range, exception.Message);
            return new ContractSyntax(path, text, null, problems.Problems[0], EquatableArray<DeclaredType>.Empty, EquatableArray<DeclaredName>.Empty);
        }
    }

    private static IEnumerable<DeclaredName> NamesOf(JsonNode root, ProblemList problems)
    {
        foreach (var member in (root as JsonObject)?.Members ?? [])
        {
            if (member is { Name: "operation" or "inbound", Value: JsonText name })
                yield return new DeclaredName(name.Value, problems.PlaceOf(name.Word));
            else if (member is { Name: "client", Value: JsonText group })
                yield return new DeclaredName(group.Value, problems.PlaceOf(group.Word)) { IsGroup = true };
            else if (member is { Name: "types", Value: JsonObject types })
            {
                // One that stands twice here is told as such, and not as a name of two files.
                foreach (var type in types.Members.GroupBy(static type => type.Name, StringComparer.Ordinal).Select(static group => group.First()))
                    yield return new DeclaredName(type.Name, problems.PlaceOf(type.NameRange));
            }
        }
    }
}
