using System.Text.Json;
using Esms.Toolkit.Fuzz.Mutation;
using Esms.Toolkit.Reader;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Fuzz.Schema;

/// <summary>Mutated contracts with the verdict of the checker, a line of JSON each, for tests/Schema/check.mjs, which has that of the schema.</summary>
internal sealed class SchemaInputs(Corpus corpus, ContractMutator mutator)
{
    /// <returns>How many were written; a mutant that is no JSON is none for a schema.</returns>
    public int Write(string path, int first, int count)
    {
        var written = 0;
        using var output = File.CreateText(path);
        for (var index = first; index < first + count; index++)
        {
            if (Line(index) is not { } line)
                continue;
            output.WriteLine(line);
            written++;
        }
        return written;
    }

    private string? Line(int index)
    {
        var text = mutator.Make(index);
        var syntax = ContractSyntax.Parse("mutant", text);
        if (syntax.Root is null)
            return null;
        var problems = ContractReader.Check(syntax, new(syntax.Types.Concat(corpus.Shared.Declared))).Problems;
        return JsonSerializer.Serialize(
            new
            {
                index,
                // Comments and trailing commas are gone, so that nothing but the schema decides.
                contract = JsonRenderer.Render(syntax.Root),
                problems = problems.Select(static problem => $"{problem.Kind.Id}: {problem.Text}"),
            }
        );
    }
}
