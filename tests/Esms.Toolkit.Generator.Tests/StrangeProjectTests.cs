using Esms.Toolkit.Tests.Harness;

namespace Esms.Toolkit.Tests;

/// <summary>Generated code compiles in projects of any name, beside any types, and leaves the code that is there as it was.</summary>
public sealed class StrangeProjectTests
{
    private static readonly TestContract[] All =
    [
        TestContract.GetSendStatus,
        TestContract.SendStatus,
        TestContract.Everything,
        .. TestContract.Travels,
    ];

    [Theory]
    [InlineData("Shop.Messaging", "Shop.Messaging")]
    [InlineData("my-app", "my_app")]
    [InlineData("my app", "my_app")]
    [InlineData("3pl.sms", "_3pl.sms")]
    [InlineData("24h", "_24h")]
    [InlineData("shop.public.api", "shop.@public.api")]
    [InlineData("shop.event", "shop.@event")]
    [InlineData("shop.record", "shop.@record")]
    [InlineData("shop.global.await", "shop.@global.@await")]
    [InlineData("class", "@class")]
    [InlineData("Chợ.Bến", "Chợ.Bến")]
    [InlineData("Cho\u031B\u0323", "Cho\u031B\u0323")]
    [InlineData("\u0323cho", "_\u0323cho")]
    [InlineData(".shop..api.", "shop.api")]
    [InlineData(" shop . api ", "shop.api")]
    [InlineData("a&b+c(d)", "a_b_c_d_")]
    [InlineData("tin\u200Bnhan", "tinnhan")]
    [InlineData("sms📱", "sms__")]
    [InlineData("-", "_")]
    [InlineData("System", "System")]
    [InlineData("Shop.Esms.System", "Shop.Esms.System")]
    [InlineData("", "EsmsContracts")]
    [InlineData(" . ", "EsmsContracts")]
    public void A_project_of_any_name_has_a_valid_namespace(string rootNamespace, string expected)
    {
        var outcome = GeneratorHarness
            .Start(All, rootClient: "ShopClient", properties: [("RootNamespace", rootNamespace), ("AssemblyName", rootNamespace)])
            .Run()
            .AssertCompiles();

        Assert.Empty(outcome.Problems);
        Assert.All(outcome.Files.Values, file => Assert.Contains($"\nnamespace {expected};\n", file, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Shop")]
    [InlineData("Shop.Messaging")]
    [InlineData("Shop.Messaging.Esms")]
    [InlineData("Shop.System")]
    public void Types_and_methods_of_the_same_names_come_in_between_nowhere(string place)
    {
        var files = GeneratorHarness.Start(All, rootClient: "EsmsClient").Run().Files.Values.ToList();
        var surroundings = HostileSurroundings.Around(files, place);
        Assert.All(
            ["Task", "Type", "HttpMethod", "DateTimeOffset", "CancellationToken", "Utf8JsonReader"],
            name => Assert.Contains($"class @{name} ", surroundings, StringComparison.Ordinal)
        );

        GeneratorHarness.Start(All, surroundings, rootClient: "EsmsClient").Run().AssertCompiles("CS0436", "CS8981");
    }

    [Fact]
    public void Imports_and_aliases_of_a_project_change_nothing()
    {
        const string Usings = """
            global using Google.Protobuf.WellKnownTypes;
            global using Task = Google.Protobuf.WellKnownTypes.Timestamp;
            global using System;
            global using static Google.Protobuf.WellKnownTypes.Statics;
            namespace Google.Protobuf.WellKnownTypes
            {
                public class Timestamp { }
                public class Type { }
                public class DateTimeOffset { }
                public class EsmsJson { }
                public static class Statics
                {
                    public class TimeSpan { }
                    public static bool SequenceEqual(this ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) => false;
                }
            }
            """;

        GeneratorHarness.Start(All, Usings, rootClient: "EsmsClient").Run().AssertCompiles();
    }

    [Fact]
    public void A_member_may_have_the_name_of_what_the_code_around_it_uses()
    {
        var everything = TestContract.Everything.Edit(
            "\"optional_text\": {",
            """
            "FindEverythingEndpoint": { "type": "string", "summary": "x" }, "EsmsJson": { "type": "string", "summary": "x" }, "Task": { "type": "string", "summary": "x" },
            "DateTimeOffset": { "type": "string", "summary": "x" }, "global": { "type": "string", "summary": "x" },
            "optional_text": {
            """
        );
        var inbound = new TestContract(
            "Called.esms.json",
            """
            {
              "inbound": "Called",
              "summary": "Calls.",
              "docs": "https://developers.esms.vn/en",
              "request": {
                "TimeSpan": { "type": "string", "summary": "x" },
                "DateTimeOffset": { "type": "string", "summary": "x" },
                "Lasts": { "type": "duration", "unit": "seconds", "summary": "x" },
                "System": { "type": "string", "summary": "x" }
              },
              "reply": { "xmlRoot": "R", "fields": { "KeyValuePair": { "type": "string", "summary": "x" } } },
              "samples": [{ "name": "one", "query": "TimeSpan=1" }]
            }
            """
        );

        var outcome = GeneratorHarness.Run(everything, inbound, TestContract.SendStatus).AssertCompiles();

        Assert.Empty(outcome.Problems);
    }

    [Fact]
    public void An_assembly_that_says_that_it_is_CLS_compliant_gets_no_warning() =>
        GeneratorHarness.Start(All, "[assembly: System.CLSCompliant(true)]", rootClient: "EsmsClient").Run().AssertCompiles();

    [Fact]
    public void Two_projects_of_one_namespace_have_each_their_own_contracts_lists_and_contexts()
    {
        const string Friend = "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Tests\")]";
        var keyed = TestContract
            .Smallest("SendOne", "Orders")
            .Edit("\"safe\"", "{ \"keyed\": \"RequestId\" }")
            .Edit("\"request\": {", "\"request\": { \"RequestId\": { \"type\": \"string\", \"summary\": \"x\" },");
        var application = GeneratorHarness
            .Start([keyed, TestContract.Smallest("GetOne", "Orders")], Friend, properties: [("AssemblyName", "Shop")])
            .Run();
        const string Source = """
            namespace Shop.Messaging;
            public static class Uses
            {
                public static object[] All(SendOneRequest inTests) =>
                    new object[] { ShopEsmsJsonContext.Default.GetOneResponse, ShopTestsEsmsJsonContext.Default.SendOneResponse, ShopTestsEsmsKeyedSends.All, ShopEsmsKeyedSends.All };
            }
            """;

        var tests = GeneratorHarness
            .Start([keyed], Source, properties: [("AssemblyName", "Shop.Tests")])
            .Named("Tests", application.ToReference())
            .Run();

        // The request is in both projects, which is for the project to say; everything else is silent.
        tests.AssertCompiles("CS0436");
        Assert.Equal(["SendOneRequest"], tests.Warnings("CS0436").Select(static warning => warning.GetMessage(null).Split('\'')[1]).Distinct());
    }

    [Fact]
    public void The_context_and_the_list_of_the_toolkit_keep_their_names_in_a_project_with_contracts_of_its_own()
    {
        const string Source = """
            using Esms;
            namespace Esms
            {
                public static class EsmsJsonContext { public const int Default = 1; }
                public static class EsmsKeyedSends { public const int All = 2; }
            }
            namespace Shop.Messaging
            {
                public static class Uses { public const int Sum = EsmsJsonContext.Default + EsmsKeyedSends.All; }
            }
            """;

        var outcome = GeneratorHarness.Start([TestContract.Everything], Source).Run().AssertCompiles();

        Assert.Contains("class GeneratedEsmsJsonContext", outcome.Files["EsmsJsonContext.g.cs"], StringComparison.Ordinal);
        Assert.Contains("class GeneratedEsmsKeyedSends", outcome.Files["EsmsKeyedSends.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "my-app.Tests", "MyAppTestsEsms")]
    [InlineData(null, "3pl.sms", "_3plSmsEsms")]
    [InlineData(null, "class", "ClassEsms")]
    [InlineData(null, "Chợ", "ChợEsms")]
    [InlineData("ShopClient", "my-app", "ShopEsms")]
    [InlineData("Client", "my-app", "ClientEsms")]
    [InlineData("EsmsClient", "Esms.Toolkit", "Esms")]
    public void The_context_is_named_after_the_root_client_or_the_assembly(string? rootClient, string assembly, string prefix)
    {
        var outcome = GeneratorHarness
            .Start([TestContract.Everything], rootClient: rootClient, properties: [("AssemblyName", assembly)])
            .Run()
            .AssertCompiles();

        Assert.Contains($"public sealed class {prefix}JsonContext :", outcome.Files["EsmsJsonContext.g.cs"], StringComparison.Ordinal);
    }
}
