using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Esms.Toolkit.Tests.Harness;

/// <summary>A contract as the compiler hands it over.</summary>
internal sealed class TestText(TestContract contract) : AdditionalText
{
    public override string Path => contract.Path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(contract.Text, Encoding.UTF8);
}
