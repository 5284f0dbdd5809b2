namespace Esms.Cli.Tests;

/// <summary>What is done with contracts beside calling them.</summary>
public sealed class ContractsTests
{
    [Fact]
    public async Task The_list_has_every_operation()
    {
        var lines = (await Desk.RunAsync("contracts", "list")).AssertEndsWith(0).Output.TrimEnd().Split('\n');

        Assert.Equal(OperationCatalog.BuiltIn.Names, lines.Select(static line => line.Split(' ')[0]));
        Assert.Contains(
            lines,
            static line => line.StartsWith("GetSendStatus ", StringComparison.Ordinal) && line.EndsWith("messages", StringComparison.Ordinal)
        );
        Assert.Contains(
            "Tells how much money the account has left.",
            (await Desk.RunAsync("contracts", "list", "--summaries")).Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(EveryOperationTests.Names), MemberType = typeof(EveryOperationTests))]
    public async Task A_page_has_every_field_type_and_sample(string name)
    {
        var endpoint = OperationCatalog.BuiltIn.Get(name).Endpoint;

        var page = (await Desk.RunAsync("contracts", "show", name)).AssertEndsWith(0).Output;

        Assert.All(endpoint.Request.Concat(endpoint.Response), field => Assert.Contains($"\n  {field.Wire} ", page, StringComparison.Ordinal));
        Assert.All(endpoint.Types, type => Assert.Contains($"\n{type.Name}: ", page, StringComparison.Ordinal));
        Assert.All(endpoint.Samples, sample => Assert.Contains($"Sample: {sample.Name}", page, StringComparison.Ordinal));
        Assert.Contains(endpoint.Docs, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_a_contract_is_an_error()
    {
        var folder = Directory.CreateTempSubdirectory("esms-none-").FullName;

        foreach (
            var command in (string[][])
                [
                    ["contracts", "check", folder],
                    ["contracts", "check", Repository.PathOf("contracts"), folder],
                    ["contracts", "diff", folder, folder],
                    ["call", "GetBalance", "--contracts", folder, "--dry-run"],
                ]
        )
            Assert.Contains(
                $"There is no contract in {folder}, nor in a folder below it.",
                (await Desk.RunAsync(command)).AssertEndsWith(2).Error,
                StringComparison.Ordinal
            );
        Directory.Delete(folder);
    }

    [Fact]
    public async Task The_contracts_of_this_repository_have_no_problem()
    {
        var check = (await Desk.RunAsync("contracts", "check", Repository.PathOf("contracts"))).AssertEndsWith(0);

        Assert.EndsWith(": 0 errors, 0 warnings.\n", check.Output, StringComparison.Ordinal);
    }

    /// <summary>The compiler reads it, so the command does, in whatever letter case it is written; what a build left behind it does not.</summary>
    [Fact]
    public async Task A_folder_is_checked_for_what_the_compiler_reads()
    {
        await using var desk = await Desk.StartAsync();
        var text = (
            await File.ReadAllTextAsync(Repository.PathOf("contracts", "account", "GetBalance.esms.json"), TestContext.Current.CancellationToken)
        ).Replace("\"repeat\": \"safe\"", "\"repeat\": \"save\"", StringComparison.Ordinal);
        var path = desk.Write("own/GetBalance.ESMS.json", text);
        var folder = Path.GetDirectoryName(path)!;
        desk.Write("own/App.csproj", "<Project />");
        desk.Write("own/bin/Debug/GetBalance.esms.json", text);
        desk.Write("own/obj/GetBalance.esms.json", text);
        desk.Write("own/.git/GetBalance.esms.json", text);

        var check = (await Desk.RunAsync("contracts", "check", folder)).AssertEndsWith(1);

        Assert.StartsWith($"{path}(9,14): error ESMS010", check.Output, StringComparison.Ordinal);
        Assert.EndsWith("1 contract file: 1 error, 0 warnings.\n", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_is_shown_in_its_line_with_the_word_marked()
    {
        await using var desk = await Desk.StartAsync();
        var text = await File.ReadAllTextAsync(
            Repository.PathOf("contracts", "account", "GetBalance.esms.json"),
            TestContext.Current.CancellationToken
        );
        var path = desk.Write("wrong/GetBalance.esms.json", text.Replace("\"repeat\": \"safe\"", "\"repeat\": \"save\"", StringComparison.Ordinal));

        var check = (await Desk.RunAsync("contracts", "check", Path.GetDirectoryName(path)!)).AssertEndsWith(1);

        Assert.Equal(
            [
                $"{path}(9,14): error ESMS010: 'save' is not allowed for 'repeat'; use one of: safe, never, {{ \"keyed\": … }}; did you mean 'safe'?",
                "      \"repeat\": \"save\",",
                "                 ^^^^",
                "",
                "1 contract file: 1 error, 0 warnings.",
            ],
            check.Output.TrimEnd().Split('\n')
        );
    }

    [Fact]
    public async Task A_service_that_is_what_the_contracts_say_has_no_drift()
    {
        await using var desk = await Desk.StartAsync();

        var verified = (await desk.CallAsync("contracts", "verify", "--sandbox")).AssertEndsWith(0);

        Assert.Contains("ok       GetBalance ", verified.Output, StringComparison.Ordinal);
        Assert.Contains("ok       SendCustomerCare ", verified.Output, StringComparison.Ordinal);
        Assert.Contains(" 0 differ, 0 not reached", verified.Output, StringComparison.Ordinal);
        Assert.Empty(desk.Emulator.Messages);
    }

    [Theory]
    [InlineData(
        "\"Balance\": { \"type\": \"money|string\", \"required\": true,",
        "\"Saldo\": { \"type\": \"money|string\", \"required\": true,",
        "Balance is not in the contract; it is a number"
    )]
    [InlineData(
        "\"Balance\": { \"type\": \"money|string\", \"required\": true,",
        "\"Saldo\": { \"type\": \"money|string\", \"required\": true,",
        "Saldo is missing, which the contract says is always there"
    )]
    [InlineData(
        "\"type\": \"money|string\", \"required\": true,",
        "\"type\": \"string|number\", \"required\": true,",
        "Balance is a number, and the contract's own form is a string; it is read all the same"
    )]
    [InlineData(
        "\"type\": \"money|string\", \"required\": true,",
        "\"type\": \"bool\", \"required\": true,",
        "Balance is a number, and the contract's own form is true or false"
    )]
    [InlineData("[\"100\"]", "[100, \"100\"]", "CodeResponse is a string, and the contract's own form is a number; it is read all the same")]
    public async Task A_difference_is_told_and_ends_with_1(string from, string to, string drift)
    {
        await using var desk = await Desk.StartAsync();
        var contract = await File.ReadAllTextAsync(
            Repository.PathOf("contracts", "account", "GetBalance.esms.json"),
            TestContext.Current.CancellationToken
        );
        var edited = contract[..contract.IndexOf("  \"samples\"", StringComparison.Ordinal)].TrimEnd().TrimEnd(',') + "\n}";
        var path = desk.Write("own/GetBalance.esms.json", edited.Replace(from, to, StringComparison.Ordinal));

        var verified = (await desk.CallAsync("contracts", "verify", "GetBalance", "--contracts", Path.GetDirectoryName(path)!)).AssertEndsWith(1);

        Assert.Contains($"         {drift}\n", verified.Output, StringComparison.Ordinal);
    }
}
