using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Esms.Toolkit.Budgets.Generator;

/// <summary>A contract as the compiler hands it over.</summary>
internal sealed class ContractText(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;

    public ContractText Edit(string from, string to) =>
        text.Contains(from, StringComparison.Ordinal)
            ? new ContractText(path, text.Replace(from, to, StringComparison.Ordinal))
            : throw new InvalidOperationException($"{path} has no '{from}'.");
}
