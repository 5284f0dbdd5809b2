using Esms.Toolkit.Tests.Harness;

namespace Esms.Toolkit.Tests;

/// <summary>What the generator writes: compared with what was read and approved, compiled, and called.</summary>
public sealed class EmittedCodeTests
{
    private const string Probe = """
        using System;
        using System.Net.Http;
        using System.Text.Json;
        using System.Threading.Tasks;
        using Esms;
        using Shop.Messaging;

        public static class Probe
        {
            private static readonly EsmsOptions Options = new() { ApiKey = "k&1", SecretKey = "s=2" };

            public static async Task<string> RunAsync(HttpMessageHandler handler)
            {
                using var connection = new EsmsConnection(Options, handler);
                BODY
            }
        }
        """;

    /// <summary>The approved files; the project Esms.Toolkit.GeneratedCode compiles them together, with all analyzers.</summary>
    public static TheoryData<string> ApprovedFiles =>
        
    [
        "Messages.GetSendStatus", "Everything.FindEverything", "Everything.AskByAddress", "Everything.SendAsForm", "Everything.SendAsXml",
        "Types.SharedKind", "Clients", "EsmsJsonContext", "EsmsClient", "EsmsClient.Registration",
    ];

    [Theory]
    [MemberData(nameof(ApprovedFiles))]
    public void The_output_is_what_was_approved(string file)
    {
        var outcome = GeneratorHarness.Start([TestContract.GetSendStatus, TestContract.Everything, .. TestContract.Travels], rootClient: "EsmsClient").Run().AssertCompiles();

        Assert.Empty(outcome.Problems);
        Assert.Equal(ApprovedFiles.Count, outcome.Files.Count);
        Snapshot.Match(file, outcome.Files[$"{file}.g.cs"]);
    }

    [Fact]
    public async Task The_generated_client_can_be_called()
    {
        var outcome = GeneratorHarness.Start([TestContract.GetSendStatus], Probe.Replace("BODY", """
            var status = await new MessagesClient(connection).GetSendStatusAsync("x y");
            return $"{status.SmsId} {status.SendStatus} {status.TotalPrice}";
            """, StringComparison.Ordinal)).Run();
        using var handler = new AnsweringHandler("""{"CodeResponse":"100","SMSID":"x y","SendStatus":5,"TotalPrice":850.0000}""");

        Assert.Equal("x y Finished 850.0000", await outcome.CallProbeAsync(handler));
        Assert.Equal("https://rest.esms.vn/MainService.svc/json/GetSendStatus?RefId=x%20y&ApiKey=k%261&SecretKey=s%3D2", handler.Asked?.AbsoluteUri);
    }

    [Fact]
    public async Task Every_type_of_field_travels_both_ways()
    {
        var outcome = GeneratorHarness.Start([TestContract.Everything], Probe.Replace("BODY", """
            var answer = await new EverythingClient(connection).FindEverythingAsync(new FindEverythingRequest
            {
                Text = "t", OptionalText = "", Number = -1, Large = long.MaxValue, Ratio = 0.50m, Amount = 850.0000m, Flag = true, Kind = Kind.Special, Class = "c",
            });
            return JsonSerializer.Serialize(answer, EsmsJsonContext.Default.FindEverythingResponse);
            """, StringComparison.Ordinal)).Run();
        using var handler = new AnsweringHandler(
            """{"Flag":"1","Code":"0","Text":"x","Large":"9223372036854775807","Kind":-1,"Ratio":0.50,"if":"y","Amount":"850.0000","T\u00EAn":"z","Number":2,"ErrorMessage":"success","Flag":"True"}""".Replace("\"Flag\":\"1\"", "\"Flag\":0", StringComparison.Ordinal));

        Assert.Equal(
            """{"Code":0,"ErrorMessage":"success","Text":"x","Number":2,"Large":9223372036854775807,"Ratio":0.50,"Amount":850.0000,"Flag":true,"Kind":-1,"if":"y","T\u00EAn":"z"}""",
            await outcome.CallProbeAsync(handler));
        Assert.Equal(
            "https://rest.esms.vn//MainService.svc/json/Find_Everything/?ApiKey=k%261&SecretKey=s%3D2&Text=t&optional_text=&Number=-1&Large=9223372036854775807&Ratio=0.50&Amount=850.0000&Flag=true&Kind=26&class=c",
            handler.Asked?.OriginalString);
    }

    [Theory]
    [InlineData("Text")]
    [InlineData("Number")]
    [InlineData("Amount")]
    public async Task A_required_member_of_any_type_is_missed(string member)
    {
        var outcome = GeneratorHarness.Start([TestContract.Everything], Probe.Replace("BODY", """
            var result = await new EverythingClient(connection).TrySendAsync(new FindEverythingRequest { Text = "t", Number = 1 });
            return result.ToString();
            """, StringComparison.Ordinal)).Run();
        using var accepted = new AnsweringHandler("""{"Code":100,"Text":"x","Number":1,"Amount":1}""".Replace(member, "Other", StringComparison.Ordinal));
        using var refused = new AnsweringHandler("""{"Code":101}""");

        var exception = await Assert.ThrowsAsync<EsmsProtocolException>(() => outcome.CallProbeAsync(accepted));

        Assert.Equal(member, exception.Field);
        Assert.Equal("FindEverything: refused (101)", await outcome.CallProbeAsync(refused));
    }

    [Fact]
    public void A_new_field_in_the_contract_is_a_documented_property()
    {
        var edited = TestContract.GetSendStatus.Edit("\"TotalSent\": {", "\"Waiting\": { \"type\": \"long\", \"summary\": \"How many wait.\" },\n\"TotalSent\": {");

        var source = GeneratorHarness.Run(edited).AssertCompiles().Files["Messages.GetSendStatus.g.cs"];

        Assert.Contains("/// <summary>How many wait. Null when the service does not say.</summary>\n    public long? Waiting { get; init; }", source, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_contracts_nothing_is_generated() => Assert.Empty(GeneratorHarness.Run().Files);

    [Fact]
    public void Several_clients_share_an_assembly()
    {
        var outcome = GeneratorHarness.Run(TestContract.GetSendStatus, TestContract.Everything, TestContract.Smallest("GetOne"), TestContract.Smallest("GetTwo")).AssertCompiles();

        Assert.Equal(
            ["Account.GetOne.g.cs", "Account.GetTwo.g.cs", "Clients.g.cs", "EsmsJsonContext.g.cs", "Everything.FindEverything.g.cs", "Messages.GetSendStatus.g.cs"],
            outcome.Files.Keys.Order(StringComparer.Ordinal));
    }
}
