using Esms.Toolkit.Emit;
using Esms.Toolkit.Reader;
using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Problems;

namespace Esms.Toolkit.Fuzz;

/// <summary>Files of types, which the contracts under trial use by name. Their code is in a namespace that those of all contracts lie in.</summary>
internal sealed class SharedTypeFiles
{
    public const string Space = "Fuzz";

    public static readonly SharedTypeFiles None = new([]);

    private readonly List<ContractSyntax> _files;

    /// <param name="texts">Right, and without names in common with each other.</param>
    public SharedTypeFiles(IEnumerable<string> texts)
    {
        _files = [.. texts.Select(static (text, i) => ContractSyntax.Parse($"shared{i}.esms.json", text))];
        Declared = new(_files.SelectMany(static file => file.Types));
        Models = new(_files.SelectMany(file => ContractReader.CheckTypes(file, Declared)));
        Code = [.. _files.Select(file => ModelFile.Write(ContractReader.Check(file, Declared).Model!, new GeneratorSettings(Space, null))!)];
    }

    public EquatableArray<DeclaredType> Declared { get; }

    public EquatableArray<TypeModel> Models { get; }

    public IReadOnlyList<GeneratedFile> Code { get; }

    public IEnumerable<EquatableArray<DeclaredName>> Names => _files.Select(static file => file.Names);
}
