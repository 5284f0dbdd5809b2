using Esms.Toolkit.Reader.Check;
using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Problems;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Reader;

/// <summary>
/// The one reader of contracts: text → syntax with places → checked model. The generator, the emulator and the command line all use it. Files
/// may use each other's types, so all are parsed before any is checked.
/// </summary>
internal static class ContractReader
{
    /// <param name="types">The types of all files, this one included.</param>
    public static ContractFile Check(ContractSyntax syntax, EquatableArray<DeclaredType> types)
    {
        if (syntax.Root is null)
            return new ContractFile(null, new([syntax.Problem!]));
        var problems = new ProblemList(syntax.Path, syntax.Text);
        var model = FileChecker.Check(syntax.Root, types, problems);
        return new ContractFile(problems.HasErrors ? null : model, new(problems.Problems));
    }

    /// <summary>The types of a file, for the samples of other files. Types with mistakes are left out; <see cref="Check"/> reports them.</summary>
    /// <param name="types">The types of all files, this one included.</param>
    public static EquatableArray<TypeModel> CheckTypes(ContractSyntax syntax, EquatableArray<DeclaredType> types)
    {
        var context = new CheckContext(new ProblemList(syntax.Path, syntax.Text), types);
        return syntax.Root is JsonObject root ? TypesChecker.Check(root, context) : EquatableArray<TypeModel>.Empty;
    }

    /// <summary>Reads a file that uses no types but its own.</summary>
    public static ContractFile Read(string path, string text, CancellationToken cancellation = default)
    {
        var syntax = ContractSyntax.Parse(path, text, cancellation: cancellation);
        return Check(syntax, syntax.Types);
    }
}
