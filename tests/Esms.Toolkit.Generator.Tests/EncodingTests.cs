using System.Collections.Immutable;
using System.Text;
using Esms.Toolkit.Reader;
using Esms.Toolkit.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Esms.Toolkit.Tests;

/// <summary>A contract in another encoding is refused, which is named: what its letters became would go out in messages.</summary>
public sealed class EncodingTests
{
    private static readonly string Contract = TestContract
        .Smallest("GetOne")
        .Text.Replace("\"client\"", "\"remarks\": \"Số dư của tài khoản, gửi xong.\", \"client\"", StringComparison.Ordinal);

    [Theory]
    [InlineData("iso-8859-1", "Latin-1")]
    [InlineData("windows-1258", "Windows-1258")]
    [InlineData("utf-16", "UTF-16 without a byte order mark")]
    [InlineData("utf-16BE", "UTF-16 without a byte order mark")]
    [InlineData("utf-32", "UTF-32 without a byte order mark")]
    public void A_file_that_is_not_UTF_8_is_told_with_its_encoding(string encoding, string named)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = Encoding.UTF8.GetString(Encoding.GetEncoding(encoding).GetBytes(Contract));

        var problem = Assert.Single(ContractReader.Read("x.esms.json", text, TestContext.Current.CancellationToken).Problems);

        Assert.Equal("ESMS001", problem.Kind.Id);
        Assert.Contains(named, problem.Text, StringComparison.Ordinal);
        Assert.Contains("Save the file as UTF-8.", problem.Text, StringComparison.Ordinal);
    }

    /// <summary>Where the compiler falls back to an encoding of the machine, every byte is some letter, and the wrong one.</summary>
    [Fact]
    public void What_the_compiler_read_in_an_encoding_of_the_machine_is_told_by_its_name()
    {
        var bytes = Encoding.Latin1.GetBytes(Contract.Replace('ố', 'ô').Replace('ư', 'u').Replace('ủ', 'u').Replace('ả', 'a').Replace('ử', 'u'));
        var driver = CSharpGeneratorDriver.Create(
            [new ContractGenerator().AsSourceGenerator()],
            ImmutableArray.Create<AdditionalText>(new Bytes(bytes, Encoding.Latin1))
        );

        var result = driver.RunGenerators(CSharpCompilation.Create("Empty"), TestContext.Current.CancellationToken).GetRunResult();

        var problem = Assert.Single(result.Diagnostics);
        Assert.Equal("ESMS001", problem.Id);
        Assert.Contains("it was read as iso-8859-1", problem.GetMessage(null), StringComparison.Ordinal);
        Assert.DoesNotContain(result.GeneratedTrees, static tree => tree.FilePath.Contains("GetOne", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public void What_says_its_encoding_is_read(string encoding, bool withMark)
    {
        var found = Encoding.GetEncoding(encoding);
        using var bytes = new MemoryStream([.. withMark ? found.GetPreamble() : [], .. found.GetBytes(Contract)]);
        using var reader = new StreamReader(bytes);

        Assert.Empty(ContractReader.Read("x.esms.json", reader.ReadToEnd(), TestContext.Current.CancellationToken).Problems);
    }

    [Fact]
    public void The_sign_of_bytes_that_were_none_is_written_as_an_escape_where_it_is_meant()
    {
        var text = Contract.Replace("gửi", "\\uFFFD", StringComparison.Ordinal);

        Assert.Empty(ContractReader.Read("x.esms.json", text, TestContext.Current.CancellationToken).Problems);
        Assert.Equal(
            "ESMS001",
            Assert.Single(ContractReader.Read("x.esms.json", Contract.Replace('ử', '\uFFFD'), TestContext.Current.CancellationToken).Problems).Kind.Id
        );
    }

    private sealed class Bytes(byte[] bytes, Encoding encoding) : AdditionalText
    {
        public override string Path => "x.esms.json";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(bytes, bytes.Length, encoding);
    }
}
