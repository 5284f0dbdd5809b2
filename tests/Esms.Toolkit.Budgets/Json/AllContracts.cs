using Esms.Toolkit.Budgets.Generator;
using Esms.Toolkit.Reader;
using Esms.Toolkit.Reader.Model;

namespace Esms.Toolkit.Budgets.Json;

/// <summary>The contracts that are shipped, through the one reader.</summary>
internal sealed class AllContracts
{
    private AllContracts(IReadOnlyList<ContractText> texts, IReadOnlyList<ContractFile> files)
    {
        Texts = texts;
        var models = files.Select(static file => file.Model).OfType<ContractModel>().ToList();
        Endpoints = [.. models.OfType<EndpointModel>()];
        Types = [.. models.Where(static model => model is not InboundModel).SelectMany(static model => model.Types)];
    }

    public IReadOnlyList<ContractText> Texts { get; }

    public IReadOnlyList<EndpointModel> Endpoints { get; }

    public IReadOnlyList<TypeModel> Types { get; }

    public static AllContracts Load()
    {
        var texts = Directory
            .GetFiles(Path.Combine(AppContext.BaseDirectory, "contracts"), "*.esms.json", SearchOption.AllDirectories)
            .Where(static path => Path.GetFileName(path) != "ResultCodes.esms.json") // Compiled into the runtime already.
            .Order(StringComparer.Ordinal)
            .Select(static path => (Path: path, Text: File.ReadAllText(path)))
            .ToList();
        var syntaxes = texts.Select(static file => ContractSyntax.Parse(file.Path, file.Text)).ToList();
        var types = new EquatableArray<DeclaredType>(syntaxes.SelectMany(static syntax => syntax.Types));
        return new AllContracts(
            [.. texts.Select(static file => new ContractText(file.Path, file.Text))],
            [.. syntaxes.Select(syntax => ContractReader.Check(syntax, types))]
        );
    }
}
