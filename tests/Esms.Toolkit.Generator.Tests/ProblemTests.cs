using Esms.Toolkit.Reader.Problems;
using Esms.Toolkit.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Esms.Toolkit.Tests;

/// <summary>Wrong contracts: each is told with the id of its cause, at the word that is wrong, and the others still generate.</summary>
public sealed class ProblemTests
{
    /// <summary>Edits of the shipped contract, each of which makes one word wrong.</summary>
    public static TheoryData<string, string, string, string, string> Mistakes =>
        new()
        {
            { "ESMS001", "\"operation\": \"GetSendStatus\",", "\"operation\": \"GetSendStatus\"", "\"", "Unexpected '\"'; expected ',' or '}'." },
            {
                "ESMS002",
                "\"summary\": \"The message id that the send returned.\"",
                "\"sumary\": \"x\", \"summary\": \"y\"",
                "sumary",
                "Unknown key 'sumary'; did you mean 'summary'?"
            },
            {
                "ESMS002",
                "\"client\"",
                "\"zzz\": 1, \"client\"",
                "zzz",
                "Unknown key 'zzz'; keys here are operation, client, summary, remarks, deprecated, docs, get, post, body, xmlRoot, keysInAddress, repeat, limits, codes, request, response, types, samples"
            },
            {
                "ESMS003",
                "\"get\": \"https://rest.esms.vn/MainService.svc/json/GetSendStatus\",",
                "",
                "{",
                "The key 'get' is missing: the URL of the call, including the host; use \"post\" for a POST"
            },
            {
                "ESMS003",
                "{ \"type\": \"int|string\", \"summary\": \"How many messages failed.\" }",
                "{ \"summary\": \"x\" }",
                "SendFailed",
                "The key 'type' is missing: the type of the value, such as \"string\""
            },
            {
                "ESMS004",
                "\"required\": true, \"summary\": \"The message id that the send returned.\"",
                "\"required\": \"yes\", \"summary\": \"x\"",
                "yes",
                "'required' must be true or false, not a string"
            },
            { "ESMS004", "\"repeat\": \"safe\"", "\"repeat\": 5", "5", "'repeat' must be a non-empty string, not a number" },
            {
                "ESMS005",
                "\"type\": \"money|string\"",
                "\"type\": \"mony|string\"",
                "mony",
                "Unknown type 'mony'; did you mean 'money'? Types are string, int, long, decimal, money, bool, flag, date, duration, map, pairs, and those under \"types\""
            },
            {
                "ESMS005",
                "\"type\": \"money|string\"",
                "\"type\": \"moeny|string\"",
                "moeny",
                "Unknown type 'moeny'; did you mean 'money'? Types are string, int, long, decimal, money, bool, flag, date, duration, map, pairs, and those under \"types\""
            },
            {
                "ESMS005",
                "\"type\": \"SendStatus|string\"",
                "\"type\": \"Sendstate|string\"",
                "Sendstate",
                "Unknown type 'Sendstate'; did you mean 'SendStatus'? Types are string, int, long, decimal, money, bool, flag, date, duration, map, pairs, and those under \"types\""
            },
            {
                "ESMS006",
                "\"SendSuccess\": {",
                "\"SendFailed\": { \"type\": \"int\", \"summary\": \"x\" }, \"SendSuccess\": {",
                "SendFailed",
                "Duplicate key 'SendFailed'; JSON readers would silently drop one of them"
            },
            {
                "ESMS007",
                "\"name\": \"TotalReceivers\"",
                "\"name\": \"TotalPrice\"",
                "TotalReceiver",
                "'TotalPrice' and 'TotalReceiver' both become 'TotalPrice' in C#; give one of them another \"name\""
            },
            {
                "ESMS008",
                "\"client\": \"Messages\"",
                "\"client\": \"my-messages\"",
                "my-messages",
                "'my-messages' is not a valid name: it must begin with a capital letter from A to Z"
            },
            {
                "ESMS008",
                "\"name\": \"TotalReceivers\"",
                "\"name\": \"ToString\"",
                "ToString",
                "'ToString' is not a valid name: objects, responses, methods or clients already have a member with this name"
            },
            {
                "ESMS009",
                "https://rest.esms.vn/MainService.svc",
                "http://rest.esms.vn/MainService.svc",
                "http://rest.esms.vn/MainService.svc/json/GetSendStatus",
                "'http://rest.esms.vn/MainService.svc/json/GetSendStatus' is not a valid URL: it must begin with https://, because keys are sent with every call"
            },
            {
                "ESMS010",
                "\"repeat\": \"safe\"",
                "\"repeat\": \"save\"",
                "save",
                "'save' is not allowed for 'repeat'; use one of: safe, never, { \"keyed\": … }; did you mean 'safe'?"
            },
            {
                "ESMS012",
                "\"CodeResponse\": { \"result\": [\"100\"] }",
                "\"CodeResponse\": { \"type\": \"string\", \"summary\": \"x\" }",
                "response",
                "\"response\" needs a member marked \"result\" for accepted answers and for refused ones, because they cannot be told apart otherwise"
            },
            { "ESMS013", "\"daysKept\": 7", "\"daysKept\": 0", "0", "'daysKept' cannot be '0': it must be a whole number from 1 to 2147483647" },
            {
                "ESMS014",
                "{ \"credential\": \"apiKey\" }",
                "{ \"credential\": \"apiKey\", \"required\": true }",
                "required",
                "'required' cannot be combined with 'credential': a key comes from the client options and has no property"
            },
            {
                "ESMS015",
                "\"TotalPrice\": 850.0000",
                "\"TotalPrise\": 850.0000",
                "TotalPrise",
                "The sample has 'TotalPrise', which is not in the response; did you mean 'TotalPrice'?"
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_at_its_word_and_other_contracts_are_generated(string id, string from, string to, string word, string message)
    {
        var wrong = TestContract.GetSendStatus.Edit(from, to);

        var outcome = GeneratorHarness.Run(wrong, TestContract.SendStatus, TestContract.Smallest("GetOther")).AssertCompiles();

        var problem = Assert.Single(outcome.Problems);
        Assert.Equal((id, message, DiagnosticSeverity.Error), (problem.Id, problem.GetMessage(null), problem.Severity));
        AssertUnderlines(wrong, problem, word);
        Assert.Contains("Account.GetOther.g.cs", outcome.Files.Keys);
        // A wrong sample stops the build by its error; the contract itself is fine, and its code would only be missed elsewhere.
        Assert.Equal(id == ProblemKinds.SampleUnknownMember.Id, outcome.Files.ContainsKey("Messages.GetSendStatus.g.cs"));
    }

    [Fact]
    public void Several_mistakes_in_one_file_are_all_told()
    {
        var wrong = TestContract
            .GetSendStatus.Edit("\"money|string\"", "\"mony|string\"")
            .Edit("\"safe\"", "\"save\"")
            .Edit("\"limits\"", "\"limit\"");

        var outcome = GeneratorHarness.Run(wrong, TestContract.SendStatus);

        Assert.Equal(["ESMS002", "ESMS005", "ESMS010"], outcome.Problems.Select(static problem => problem.Id).Order(StringComparer.Ordinal));
    }

    /// <summary>Names that are fine words, and would still give code that does not compile.</summary>
    [Theory]
    [InlineData("\"client\": \"Messages\"", "\"client\": \"Connection\"", "ESMS008")]
    [InlineData("\"client\": \"Messages\"", "\"client\": \"Dispose\"", "ESMS008")]
    [InlineData("\"client\": \"Messages\"", "\"client\": \"Esms\"", "ESMS008")]
    [InlineData("\"client\": \"Messages\"", "\"client\": \"IMessages\"", "ESMS008")]
    [InlineData("\"operation\": \"GetSendStatus\"", "\"operation\": \"Esms\"", "ESMS008")]
    [InlineData("\"operation\": \"GetSendStatus\"", "\"operation\": \"TrySend\"", "ESMS008")]
    [InlineData(
        "\"name\": \"SmsId\", \"type\": \"string\", \"required\": true, \"summary\": \"The message id that the send",
        "\"name\": \"GetSendStatusRequest\", \"type\": \"string\", \"required\": true, \"summary\": \"The",
        "ESMS008"
    )]
    [InlineData(
        "\"name\": \"SmsId\", \"type\": \"string\", \"required\": true, \"summary\": \"The message id that the send",
        "\"name\": \"CancellationToken\", \"type\": \"string\", \"required\": true, \"summary\": \"The",
        "ESMS008"
    )]
    [InlineData("\"name\": \"TotalReceivers\"", "\"name\": \"GetSendStatusResponse\"", "ESMS008")]
    [InlineData("\"name\": \"TotalReceivers\"", "\"name\": \"ResultCode\"", "ESMS008")]
    [InlineData("\"result\": [\"100\"]", "\"result\": []", "ESMS013")]
    [InlineData("\"result\": [\"100\"]", "\"result\": [\"100\\u0000\"]", "ESMS013")]
    [InlineData("\"result\": [\"100\"]", "\"result\": \"100\"", "ESMS004")]
    [InlineData("\"refusal\": true", "\"refusal\": 1", "ESMS004")]
    [InlineData("\"refusal\": true", "\"refusal\": false", "ESMS013")]
    [InlineData("json/GetSendStatus\"", "json/GetSendStatus \"", "ESMS009")]
    [InlineData("json/GetSendStatus\"", "json/GetSendStatus?a=b\"", "ESMS009")]
    [InlineData("https://rest.esms.vn/", "https://@rest.esms.vn/", "ESMS009")]
    [InlineData("https://rest.esms.vn/", "https://user:pass@rest.esms.vn/", "ESMS009")]
    [InlineData("\"name\": \"wrong keys\"", "\"name\": \"finished\"", "ESMS006")]
    [InlineData("\"name\": \"TotalReceivers\"", "\"name\": 5", "ESMS004")]
    [InlineData("\"summary\": \"What the send cost.\"", "\"summary\": \" \"", "ESMS004")]
    public void A_slip_is_told_once_and_gives_no_code(string from, string to, string id)
    {
        var outcome = GeneratorHarness.Run(TestContract.GetSendStatus.Edit(from, to), TestContract.SendStatus).AssertCompiles();

        Assert.Equal(id, Assert.Single(outcome.Problems).Id);
        Assert.Equal(["Types.SendStatus.g.cs"], outcome.Files.Keys);
    }

    [Theory]
    [InlineData("GetOne")]
    [InlineData("Getone")]
    public void Two_contracts_with_one_name_are_both_told_and_the_third_is_generated(string second)
    {
        var outcome = GeneratorHarness
            .Run(
                TestContract.Smallest("GetOne") with
                {
                    Path = "a.esms.json",
                },
                TestContract.Smallest(second) with
                {
                    Path = "b.esms.json",
                },
                TestContract.Smallest("GetTwo")
            )
            .AssertCompiles();

        Assert.Equal(
            [("ESMS011", "a.esms.json", "GetOne", "b.esms.json"), ("ESMS011", "b.esms.json", second, "a.esms.json")],
            outcome.Problems.Select(static problem => (problem.Id, problem.Location.GetLineSpan().Path, Word(problem, 0), Word(problem, 1)))
        );
        Assert.Equal(["Account.GetTwo.g.cs", "Clients.g.cs", "EsmsJsonContext.g.cs"], outcome.Files.Keys.Order(StringComparer.Ordinal));

        static string Word(Diagnostic problem, int index) =>
            problem
                .GetMessage(null)
                .Split('\'', ' ', ';')
                .Where(static word => word.Contains('.', StringComparison.Ordinal) || word.StartsWith("Get", StringComparison.Ordinal))
                .ElementAt(index);
    }

    [Fact]
    public void A_type_of_one_contract_and_the_operation_of_another_cannot_share_a_name()
    {
        var outcome = GeneratorHarness.Run(TestContract.SendStatus, TestContract.Smallest("SendStatus") with { Path = "other.esms.json" });

        Assert.Equal(["ESMS011", "ESMS011"], outcome.Problems.Select(static problem => problem.Id));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public void Line_and_column_are_right_for_every_line_ending(string ending)
    {
        var wrong = TestContract.GetSendStatus.Edit("\"type\": \"money|string\"", "/* 😀\t */ \"type\": \"mony|string\"") with
        {
            Path = "x/y.esms.json",
        };
        wrong = wrong with { Text = wrong.Text.ReplaceLineEndings(ending) };

        var problem = Assert.Single(GeneratorHarness.Run(wrong, TestContract.SendStatus).Problems);

        var position = problem.Location.GetLineSpan();
        var line = wrong.Text.Split(ending)[position.StartLinePosition.Line];
        Assert.Equal("x/y.esms.json", position.Path);
        Assert.Equal("mony", line[position.StartLinePosition.Character..position.EndLinePosition.Character]);
    }

    [Fact]
    public void Ids_are_in_order_and_none_is_used_twice() =>
        Assert.Equal(
            Enumerable.Range(1, ProblemKinds.All.Count).Select(static number => $"ESMS{number:000}"),
            ProblemKinds.All.Select(static kind => kind.Id)
        );

    private static void AssertUnderlines(TestContract contract, Diagnostic problem, string word)
    {
        var position = problem.Location.GetLineSpan();
        Assert.Equal(contract.Path, position.Path);
        Assert.Equal(word, contract.Text.Substring(problem.Location.SourceSpan.Start, problem.Location.SourceSpan.Length));
        var line = contract.Text.Split('\n')[position.StartLinePosition.Line];
        Assert.Equal(word, line[position.StartLinePosition.Character..position.EndLinePosition.Character]);
    }
}
