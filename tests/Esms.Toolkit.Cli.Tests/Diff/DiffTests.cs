using System.Text.Json.Nodes;

namespace Esms.Cli.Tests.Diff;

public sealed class DiffTests : IDisposable
{
    private const string Neither = "breaks nothing";
    private const string CSharp = "breaks C#";
    private const string Wire = "breaks the wire";
    private const string Both = "breaks C# and wire";

    private const string Before = """
        {
          "operation": "SendThing", "client": "Things", "summary": "Sends.", "docs": "https://developers.esms.vn/",
          "post": "https://rest.esms.vn/SendThing",
          "repeat": { "keyed": "RequestId" },
          "limits": { "callsPerSecond": 20 },
          "request": {
            "ApiKey": { "credential": "apiKey" },
            "SmsType": { "fixed": "2" },
            "Content": { "type": "string", "required": true, "maxLength": 100, "summary": "The text." },
            "Page": { "type": "int", "default": 1, "summary": "The page." },
            "Trial": { "type": "flag", "summary": "Whether this is a trial." },
            "Sender": { "type": "string", "summary": "The sender." },
            "When": { "type": "date", "format": "yyyy-MM-dd", "summary": "When." },
            "RequestId": { "type": "string", "summary": "The key." }
          },
          "response": {
            "CodeResult": { "result": ["100"] },
            "Total": { "type": "int|string", "summary": "How many." },
            "Price": { "type": "money", "summary": "The price." },
            "Id": { "type": "string", "required": true, "summary": "The id." },
            "Kind": { "type": "Kind", "summary": "The kind." },
            "Items": { "type": "Item[]", "summary": "The items." }
          },
          "types": {
            "Kind": { "summary": "A kind.", "values": { "1": { "name": "One", "summary": "One." }, "2": { "name": "Two", "summary": "Two." } } },
            "Item": { "summary": "An item.", "fields": { "Name": { "type": "string", "summary": "The name." } } }
          }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("esms-diff").FullName;

    /// <summary>An edit, what it breaks, and where.</summary>
    public static TheoryData<string, string, string, string> Edits =>
        new()
        {
            { "\"Sends.\"", "\"Sends a thing.\"", Neither, "SendThing: the summary" },
            { "\"operation\": \"SendThing\"", "\"operation\": \"PostThing\"", CSharp, "SendThing: the operation is gone" },
            { "\"client\": \"Things\"", "\"client\": \"Stuff\"", CSharp, "SendThing: the group was Things, is Stuff" },
            { "/SendThing\"", "/SendThing_V2\"", Wire, "SendThing: the address" },
            {
                "\"post\": \"https://rest.esms.vn/SendThing\"",
                "\"post\": \"https://rest.esms.vn/SendThing\", \"body\": \"text\"",
                Wire,
                "SendThing: the body was Json, is JsonAsText"
            },
            { "{ \"keyed\": \"RequestId\" }", "\"never\"", Both, "SendThing: what a repeat does was Keyed by RequestId, is Never" },
            { "20", "30", Neither, "SendThing: limits.callsPerSecond was 20, is 30" },
            { "\"fixed\": \"2\"", "\"fixed\": \"8\"", Wire, "SendThing.request.SmsType: the value that is always sent" },
            {
                "\"Sender\": { \"type\": \"string\",",
                "\"Sender\": { \"type\": \"string\", \"required\": true,",
                CSharp,
                "SendThing.request.Sender: it is required now"
            },
            { "\"required\": true, \"maxLength\": 100", "\"maxLength\": 100", CSharp, "SendThing: how the method takes its parameters was" },
            { "\"maxLength\": 100", "\"maxLength\": 50", CSharp, "SendThing.request.Content: maxLength was 100, is 50" },
            { "\"maxLength\": 100", "\"maxLength\": 500", Neither, "SendThing.request.Content: maxLength was 100, is 500" },
            { "\"default\": 1", "\"default\": 2", Wire, "SendThing.request.Page: the value when none is given was 1, is 2" },
            {
                "\"Page\": { \"type\": \"int\",",
                "\"Page\": { \"type\": \"int\", \"as\": \"text\",",
                Wire,
                "SendThing.request.Page: whether it goes out in quotes"
            },
            { "\"Page\": { \"type\": \"int\",", "\"Page\": { \"type\": \"long\",", CSharp, "SendThing.request.Page: the type was Int32, is Int64" },
            {
                "\"Page\": { \"type\": \"int\", \"default\": 1",
                "\"Page\": { \"type\": \"string\"",
                Both,
                "SendThing.request.Page: the type was Int32, is Text"
            },
            { "\"type\": \"money\"", "\"type\": \"decimal\"", Neither, "SendThing.response.Price: the type was Money, is Decimal" },
            { "\"type\": \"money\"", "\"type\": \"int\"", Both, "SendThing.response.Price: the type was Money, is Int32" },
            { "\"type\": \"flag\"", "\"type\": \"bool\"", Wire, "SendThing.request.Trial: the type was Flag, is Boolean" },
            {
                "\"Page\": { \"type\": \"int\",",
                "\"Page\": { \"name\": \"PageNumber\", \"type\": \"int\",",
                CSharp,
                "SendThing.request.Page: the C# name was Page, is PageNumber"
            },
            { "\"yyyy-MM-dd\"", "\"dd/MM/yyyy\"", Wire, "SendThing.request.When: how it is written" },
            { "\"Sender\": {", "\"Brand\": {", Both, "SendThing.request.Sender: the field is gone" },
            {
                "\"Sender\": {",
                "\"Note\": { \"type\": \"string\", \"summary\": \"A note.\" }, \"Sender\": {",
                Neither,
                "SendThing.request.Note: the field is new"
            },
            {
                "\"Sender\": {",
                "\"Note\": { \"type\": \"string\", \"required\": true, \"summary\": \"A note.\" }, \"Sender\": {",
                CSharp,
                "SendThing.request.Note: a required field is new"
            },
            { "\"Sender\": {", "\"Note\": { \"fixed\": 1 }, \"Sender\": {", Wire, "SendThing.request.Note: the field is new" },
            { "[\"100\"]", "[\"100\", 0]", Wire, "SendThing.response.CodeResult: the codes of success" },
            { "[\"100\"]", "[100]", Neither, "SendThing.response.CodeResult: whether the code is in quotes" },
            { "\"int|string\"", "\"int\"", Wire, "SendThing.response.Total: what is read too" },
            { "\"type\": \"Kind\",", "\"type\": \"Kind|string\",", Neither, "SendThing.response.Kind: what is read too" },
            {
                "\"Total\": { \"type\": \"int|string\",",
                "\"Total\": { \"type\": \"int|string\", \"required\": true,",
                Both,
                "SendThing.response.Total: it is required now"
            },
            {
                "\"Id\": { \"type\": \"string\", \"required\": true,",
                "\"Id\": { \"type\": \"string\",",
                CSharp,
                "SendThing.response.Id: it is not required any more"
            },
            { "\"Total\": { \"type\": \"int|string\", \"summary\": \"How many.\" },", "", CSharp, "SendThing.response.Total: the field is gone" },
            {
                "\"Id\": {",
                "\"More\": { \"type\": \"string\", \"summary\": \"More.\" }, \"Id\": {",
                Neither,
                "SendThing.response.More: the field is new"
            },
            {
                "\"Id\": {",
                "\"More\": { \"type\": \"string\", \"required\": true, \"summary\": \"More.\" }, \"Id\": {",
                Wire,
                "SendThing.response.More: a required field is new"
            },
            { ", \"2\": { \"name\": \"Two\", \"summary\": \"Two.\" }", "", CSharp, "Kind.2: Two is gone" },
            { "\"2\": { \"name\": \"Two\"", "\"2\": { \"name\": \"Second\"", CSharp, "Kind.2: the name was Two, is Second" },
            { "\"2\": {", "\"3\": { \"name\": \"Three\", \"summary\": \"Three.\" }, \"2\": {", Neither, "Kind.3: Three is new" },
            { "\"Name\": { \"type\": \"string\",", "\"Name\": { \"type\": \"string\", \"required\": true,", Both, "Item.Name: it is required now" },
        };

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edit_has_its_verdict(string old, string edited, string verdict, string place)
    {
        var after = Before.Replace(old, edited, StringComparison.Ordinal);
        Assert.NotEqual(Before, after);

        var (code, output, error) = EsmsTool.Invoke("contracts", "diff", Write("old.esms.json", Before), Write("new.esms.json", after));

        Assert.Equal("", error);
        var line = output.Split('\n').First(line => line[20..].StartsWith(place, StringComparison.Ordinal));
        Assert.Equal(verdict, line[..19].TrimEnd());
        Assert.Equal(verdict == Neither ? 0 : 1, code);
    }

    [Fact]
    public async Task A_process_compares_folders_and_the_same_is_no_change()
    {
        var old = Directory.CreateDirectory(Path.Combine(_folder, "old")).FullName;
        await File.WriteAllTextAsync(Path.Combine(old, "a.esms.json"), Before, TestContext.Current.CancellationToken);

        var same = await EsmsProcess.RunAsync(["contracts", "diff", old, old]);
        var gone = await EsmsProcess.RunAsync(
            ["contracts", "diff", old, Write("b.esms.json", Before.Replace("SendThing", "PostThing", StringComparison.Ordinal)), "--json"]
        );

        Assert.Equal((0, "0 changes; 0 break C#, 0 break the wire.\n"), (same.ExitCode, same.Output));
        Assert.Equal(1, gone.ExitCode);
        var json = JsonNode.Parse(gone.Output)!;
        Assert.True((bool)json["breaking"]!);
        Assert.Equal(
            """{"place":"SendThing","what":"the operation is gone","breaksCSharp":true,"breaksWire":false}""",
            json["changes"]!.AsArray().Single(static change => (string?)change!["place"] == "SendThing")!.ToJsonString()
        );
    }

    [Fact]
    public void An_optional_field_that_is_new_breaks_no_call()
    {
        const string One = """
            {
              "operation": "AskThing", "client": "Things", "summary": "Asks.", "docs": "https://developers.esms.vn/", "post": "https://rest.esms.vn/AskThing", "repeat": "safe",
              "request": { "Id": { "type": "string", "required": true, "summary": "The id." } }, "response": { "CodeResult": { "result": ["100"] } }
            }
            """;
        var two = One.Replace(
            "\"request\": {",
            "\"request\": { \"Note\": { \"type\": \"string\", \"summary\": \"A note.\" }, ",
            StringComparison.Ordinal
        );

        var (code, output, _) = EsmsTool.Invoke("contracts", "diff", Write("old.esms.json", One), Write("new.esms.json", two));

        Assert.Equal(0, code);
        Assert.DoesNotContain("how the method takes its parameters", output, StringComparison.Ordinal);
        Assert.Contains("breaks nothing      AskThing.request.Note: the field is new\n", output, StringComparison.Ordinal);

        (code, output, _) = EsmsTool.Invoke("contracts", "diff", Path.Combine(_folder, "new.esms.json"), Path.Combine(_folder, "old.esms.json"));

        Assert.Equal(1, code);
        Assert.Contains("breaks C# and wire  AskThing.request.Note: the field is gone\n", output, StringComparison.Ordinal);
    }

    /// <summary>What diff says, the compiler says.</summary>
    [Fact]
    public void Code_that_calls_compiles_as_before_when_an_optional_field_is_new()
    {
        const string Request = """ "Id": { "type": "string", "required": true, "summary": "The id." } """;
        const string Call = """
            using System.Threading;
            using System.Threading.Tasks;
            using EsmsContracts;
            public static class Caller
            {
                public static Task Ask(IThingsClient client, CancellationToken ct) => client.AskThingAsync("1", ct);
                public static Task AskShort(ThingsClient client) => client.AskThingAsync("1");
                public static Task AskByName(ThingsClient client) => client.AskThingAsync(id: "1", cancellationToken: default);
                public static Task Try(IThingsClient client) => client.TrySendAsync(new AskThingRequest { Id = "1" });
            }
            """;
        const string CallWithObject = """
            using System.Threading.Tasks;
            using EsmsContracts;
            public static class OtherCaller
            {
                public static Task Ask(IThingsClient client) => client.AskThingAsync(new() { Id = "1" });
            }
            """;

        Import.Tools.GeneratedClient.Compile(Contract(Request), Call);
        Import.Tools.GeneratedClient.Compile(Contract($$"""{{Request}}, "Note": { "type": "string", "summary": "A note." }"""), Call, CallWithObject);
        Import.Tools.GeneratedClient.Compile(
            Contract(
                $$"""{{Request}}, "Note": { "type": "string", "summary": "A note." }, "Page": { "type": "int", "default": 1, "summary": "A page." }"""
            ),
            Call,
            CallWithObject
        );

        static Dictionary<string, string> Contract(string request) =>
            new(StringComparer.Ordinal)
            {
                ["AskThing"] = $$"""
                    {
                      "operation": "AskThing", "client": "Things", "summary": "Asks.", "docs": "https://developers.esms.vn/",
                      "post": "https://rest.esms.vn/AskThing", "repeat": "safe",
                      "request": { {{request}} }, "response": { "CodeResult": { "result": ["100"] } }
                    }
                    """,
            };
    }

    /// <summary>The contracts of the toolkit use each other's types, and have inbound calls and the table of codes.</summary>
    [Fact]
    public void The_contracts_of_the_toolkit_are_the_same_as_themselves()
    {
        var all = Path.Combine(AppContext.BaseDirectory, "contracts");

        Assert.Equal((0, "0 changes; 0 break C#, 0 break the wire.\n", ""), EsmsTool.Invoke("contracts", "diff", all, all));
    }

    [Theory]
    [InlineData("{ \"operation\": ]", "ESMS001")]
    [InlineData(null, "There is no file or folder")]
    public void What_cannot_be_compared_is_told(string? text, string message)
    {
        var path = text is null ? Path.Combine(_folder, "missing") : Write("wrong.esms.json", text);

        var (code, output, error) = EsmsTool.Invoke("contracts", "diff", Write("old.esms.json", Before), path);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
