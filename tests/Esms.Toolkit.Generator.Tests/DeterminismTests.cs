using System.Globalization;
using Esms.Toolkit.Tests.Harness;

namespace Esms.Toolkit.Tests;

/// <summary>The same contracts give the same bytes, in every run, order and culture.</summary>
public sealed class DeterminismTests
{
    private static readonly TestContract[] Contracts =
    [
        TestContract.GetSendStatus,
        TestContract.SendStatus,
        TestContract.Everything,
        TestContract.Smallest("InItial"),
        TestContract.Smallest("Iii", "Istanbul"),
    ];

    [Fact]
    public void Two_runs_write_the_same() => Assert.Equal(Generate(Contracts), Generate(Contracts));

    [Fact]
    public void The_order_of_the_files_does_not_matter() => Assert.Equal(Generate(Contracts), Generate(Contracts.Reverse()));

    [Theory]
    [InlineData("vi-VN", "1,5")]
    [InlineData("tr-TR", "1,5")]
    [InlineData("sv-SE", "1,5")]
    public void The_culture_does_not_matter(string name, string oneAndAHalf)
    {
        var expected = Generate(Contracts);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
            Assert.Equal(oneAndAHalf, 1.5.ToString(CultureInfo.CurrentCulture)); // The culture is really there, and in force.
            Assert.Equal(expected, Generate(Contracts));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Lines_end_in_line_feeds_whatever_the_contract_has()
    {
        var windows = Contracts.Select(static contract => contract with { Text = contract.Text.ReplaceLineEndings("\r\n") });

        var files = Generate(windows);

        Assert.Equal(Generate(Contracts), files);
        Assert.DoesNotContain(files, static file => file.Contains('\r', StringComparison.Ordinal));
    }

    private static List<string> Generate(IEnumerable<TestContract> contracts) =>
        [
            .. GeneratorHarness
                .Start(contracts, rootClient: "ShopClient")
                .Run()
                .Files.OrderBy(static file => file.Key, StringComparer.Ordinal)
                .Select(static file => $"{file.Key}\n{file.Value}"),
        ];
}
