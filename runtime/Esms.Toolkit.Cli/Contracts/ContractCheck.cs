using Esms.Toolkit.Reader;
using Esms.Toolkit.Reader.Check;
using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Problems;

namespace Esms.Cli;

/// <summary>
/// The verdict of the compiler on contract files, which use each other's types: the same steps in the same order as the generator has them.
/// </summary>
internal static class ContractCheck
{
    /// <returns>The problems, in the order of files and places.</returns>
    public static IReadOnlyList<Problem> Run(IReadOnlyList<ContractSyntax> files)
    {
        var declared = new EquatableArray<DeclaredType>(files.SelectMany(static file => file.Types));
        var types = files.SelectMany(file => ContractReader.CheckTypes(file, declared)).ToList();
        return
        [
            .. files
                .SelectMany(file => Check(file, declared, types))
                .Concat(NameCollisions.Find(files.Select(static file => file.Names)).Problems)
                .OrderBy(static problem => problem.Place.Path, StringComparer.Ordinal)
                .ThenBy(static problem => problem.Place.Range.Start),
        ];
    }

    private static IEnumerable<Problem> Check(ContractSyntax syntax, EquatableArray<DeclaredType> declared, IReadOnlyList<TypeModel> types)
    {
        var file = ContractReader.Check(syntax, declared);
        return file.Model is EndpointModel endpoint ? file.Problems.Concat(SampleChecker.Check(syntax, endpoint, types)) : file.Problems;
    }
}
