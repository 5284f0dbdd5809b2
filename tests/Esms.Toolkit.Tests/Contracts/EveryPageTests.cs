namespace Esms.Tests.Contracts;

/// <summary>A walk through all contracts: each says what a user must know.</summary>
public sealed class EveryPageTests
{
    public static TheoryData<string> Operations => [.. ContractJson.All.Select(static contract => contract.Operation)];

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
            contract => Assert.Contains(operations, better => better != contract.Operation && ((string)contract["deprecated"]!).Contains(better, StringComparison.Ordinal)));
    }
}
