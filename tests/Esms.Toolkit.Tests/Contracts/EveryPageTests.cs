namespace Esms.Tests.Contracts;

/// <summary>A walk through all contracts: every page of the documentation has its own, and each says what a user must know.</summary>
public sealed class EveryPageTests(ITestOutputHelper output)
{
    private const string Site = "https://developers.esms.vn/";

    public static TheoryData<string> Operations => [.. ContractJson.All.Select(static contract => contract.Operation)];

    [Fact]
    public void No_page_is_without_a_contract()
    {
        var pages = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Contracts", "TableOfContents.txt"))
            .Where(static line => !line.StartsWith('#'))
            .ToList();
        var described = ContractJson
            .All.Concat(ContractJson.Inbound)
            .Select(static contract => (string)contract["docs"]!)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var area in ContractJson.All.Concat(ContractJson.Inbound).GroupBy(static contract => contract.Area, StringComparer.Ordinal))
            output.WriteLine($"{area.Key}: {area.Count()}");
        output.WriteLine($"operations: {ContractJson.All.Count}, inbound calls: {ContractJson.Inbound.Count}, pages: {pages.Count}");

        Assert.Equal(56, pages.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(pages, page => !described.Contains(Site + page));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_contract_says_all_that_a_user_must_know(string operation)
    {
        var contract = ContractJson.Of(operation);

        Assert.All(["summary", "docs", "repeat"], key => Assert.NotNull(contract[key]));
        Assert.NotEmpty(contract.Samples);
        Assert.Contains(contract.Samples, sample => contract.IsAccepted(sample["response"]!.AsObject()));
        var group = typeof(EsmsClient).GetProperty(contract.Client)!.PropertyType;
        var method = Assert.Single(group.GetMethods(), method => method.Name == $"{operation}Async");
        Assert.Equal($"{operation}Response", method.ReturnType.GenericTypeArguments[0].Name);
    }

    [Fact]
    public void An_old_form_points_at_the_better_one()
    {
        var operations = ContractJson.All.Select(static contract => contract.Operation).ToList();

        Assert.All(
            ContractJson.All.Where(static contract => contract["deprecated"] is not null),
            contract =>
                Assert.Contains(
                    operations,
                    better => better != contract.Operation && ((string)contract["deprecated"]!).Contains(better, StringComparison.Ordinal)
                )
        );
    }
}
