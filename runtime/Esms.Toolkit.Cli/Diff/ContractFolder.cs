using Esms.Toolkit.Reader;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Diff;

/// <summary>The contracts of a file or a folder, and nothing else; they may use the types that are built in.</summary>
internal sealed record ContractFolder(
    IReadOnlyList<EndpointModel> Endpoints,
    IReadOnlyList<InboundModel> Inbound,
    IReadOnlyList<TypeModel> Types,
    IReadOnlyList<CodeRow> Codes
)
{
    /// <exception cref="InvalidDataException">There is no contract, or one is wrong; the message has the place.</exception>
    public static ContractFolder Load(string path)
    {
        var texts = ContractFiles.Find(path).Select(static file => ContractSyntax.Parse(file, File.ReadAllText(file))).ToList();
        var own = texts.SelectMany(static text => text.Types).ToList();
        var builtIn = ContractLibrary
            .Load(folder: null)
            .Types.Values.Select(static type => new DeclaredType(type.Name, type is EnumModel ? FieldKind.Enum : FieldKind.Object));
        var types = new EquatableArray<DeclaredType>(own.Concat(builtIn.Where(type => own.All(other => other.Name != type.Name))));
        var files = texts.Select(text => ContractReader.Check(text, types)).ToList();
        var errors = files.SelectMany(static file => file.Problems).Where(static problem => !problem.Kind.IsWarning).ToList();
        if (errors.Count > 0)
            throw new InvalidDataException(
                $"{string.Join(Environment.NewLine, errors.Select(static problem => problem.InOneLine()))}{Environment.NewLine}Put it right first: what is wrong cannot be compared."
            );
        var models = files.Select(static file => file.Model).OfType<ContractModel>().ToList();
        return new ContractFolder(
            [.. models.OfType<EndpointModel>()],
            [.. models.OfType<InboundModel>()],
            [.. models.SelectMany(static model => model.Types)],
            [.. models.OfType<CodeTable>().SelectMany(static table => table.Rows)]
        );
    }
}
