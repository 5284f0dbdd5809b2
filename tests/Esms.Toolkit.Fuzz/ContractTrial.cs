using Esms.Toolkit.Emit;
using Esms.Toolkit.Reader;
using Esms.Toolkit.Reader.Check;
using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Problems;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Fuzz;

/// <summary>What became of one contract.</summary>
/// <param name="Problems">The ids of what is wrong with it, each once.</param>
/// <param name="Files">What was generated from it; empty for a contract that is wrong.</param>
/// <param name="Failure">What the toolkit did wrong, in one line, or null.</param>
internal sealed record ContractTrial(IReadOnlyList<string> Problems, IReadOnlyList<GeneratedFile> Files, string? Failure)
{
    private const string Path = "fuzz.esms.json";

    /// <summary>A name that the rules of names keep free for the toolkit, so that no contract can collide with it.</summary>
    private const string RootClient = "EsmsClient";

    /// <summary>Reads a contract and generates from it, as a project does that has no other but files of types.</summary>
    /// <param name="space">The namespace of the generated code.</param>
    /// <param name="withRoot">Whether the project has a root client, whose files take the compiler longer than all others.</param>
    /// <param name="shared">What the contract may use by name.</param>
    public static ContractTrial Of(string text, string space, bool withRoot, SharedTypeFiles shared)
    {
        try
        {
            var syntax = ContractSyntax.Parse(Path, text);
            var beside = IsCall(syntax) ? shared : SharedTypeFiles.None; // A file of types is one of those itself, and would collide with it.
            var types = new EquatableArray<DeclaredType>(syntax.Types.Concat(beside.Declared));
            var file = ContractReader.Check(syntax, types);
            var samples = file.Model is EndpointModel endpoint
                ? SampleChecker.Check(syntax, endpoint, new EquatableArray<TypeModel>(endpoint.Types.Concat(beside.Models)))
                : EquatableArray<Problem>.Empty;
            var found = file.Problems.Concat(NameCollisions.Find([syntax.Names, .. beside.Names]).Problems).Concat(samples).ToList();
            var problems = found.Select(static problem => problem.Kind.Id).Distinct(StringComparer.Ordinal).ToList();
            var files = found.Any(static problem => !problem.Kind.IsWarning)
                ? []
                : Emit(file, new GeneratorSettings(space, withRoot ? RootClient : null));
            return new ContractTrial(
                problems,
                files,
                Inspect(file, text, types) ?? files.Select(Inspect).FirstOrDefault(static complaint => complaint is not null)
            );
        }
#pragma warning disable CA1031 // Whatever is thrown is what this program looks for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new ContractTrial([], [], $"{exception.GetType().Name} at {exception.StackTrace?.Split('\n')[0].Trim()}: {exception.Message}");
        }
    }

    /// <summary>All files of a project with this contract alone.</summary>
    public static IReadOnlyList<GeneratedFile> Emit(ContractFile file, GeneratorSettings settings)
    {
        if (file.Model is not { } model || ModelFile.Write(model, settings) is not { } code)
            return [];
        var index = EndpointIndex.Of(IndexEntry.Of(model));
        return index.Entries.Count == 0 ? [code] : [code, .. IndexFiles.Write(index, settings)];
    }

    private static bool IsCall(ContractSyntax syntax) =>
        syntax.Root is JsonObject root && root.Members.Any(static member => member.Name is "operation" or "inbound");

    private static string? Inspect(ContractFile file, string text, EquatableArray<DeclaredType> types)
    {
        if ((file.Model is not null) == file.Problems.Any(static problem => !problem.Kind.IsWarning))
            return "There is neither a model nor an error, or both.";
        foreach (var problem in file.Problems)
        {
            var (range, lines) = (problem.Place.Range, new LineMap(text));
            if (range.Start < 0 || range.Length < 0 || range.End > text.Length)
                return $"{problem.Kind.Id} stands outside of the text.";
            if (problem.Place.From != lines.At(range.Start) || problem.Place.To != lines.At(range.End))
                return $"{problem.Kind.Id} has another line than its range.";
            if (ProblemDescriptors.ToDiagnostic(problem).GetMessage(null) != problem.Text)
                return $"{problem.Kind.Id} is told in two ways.";
        }
        var strict = file.Model is null ? null : JsonRenderer.Render(JsonParser.Parse(text));
        return strict is not null && !file.Model!.Equals(ContractReader.Check(ContractSyntax.Parse(Path, strict), types).Model)
            ? "The contract means something else when it is written strictly."
            : null;
    }

    private static string? Inspect(GeneratedFile file)
    {
        for (var i = 0; i < file.Text.Length; i++)
        {
            if (char.IsSurrogatePair(file.Text, i))
                i++;
            else if (char.IsSurrogate(file.Text[i]) || file.Text[i] is '\r' or '\u0085' or '\u2028' or '\u2029')
                return $"The generated code has U+{(int)file.Text[i]:X4} in it.";
        }
        return null;
    }
}
