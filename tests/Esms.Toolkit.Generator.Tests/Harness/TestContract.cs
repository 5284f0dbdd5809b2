using System.Reflection;

namespace Esms.Toolkit.Tests.Harness;

/// <summary>A contract file for a test.</summary>
internal sealed record TestContract(string Path, string Text)
{
    /// <summary>The contract of GetSendStatus that this repository ships.</summary>
    public static TestContract GetSendStatus { get; } = Resource("GetSendStatus.esms.json");

    /// <summary>The shipped types that <see cref="GetSendStatus"/> uses.</summary>
    public static TestContract SendStatus { get; } = Resource("SendStatus.esms.json");

    /// <summary>A contract with every type, optional and required, in requests and answers.</summary>
    public static TestContract Everything { get; } = Resource("FindEverything.esms.json");

    /// <summary>Contracts for each other way to travel, inbound included, and types that they share.</summary>
    public static IReadOnlyList<TestContract> Travels { get; } =
    [
        Resource("AskByAddress.esms.json"),
        Resource("SharedThings.esms.json"),
        Resource("SendAsForm.esms.json"),
        Resource("SendAsXml.esms.json"),
        Resource("CalledBack.esms.json"),
    ];

    /// <summary>The smallest contract, for an operation of any name.</summary>
    public static TestContract Smallest(string operation, string client = "Account") =>
        new(
            $"{operation}.esms.json",
            $$"""
            {
              "operation": "{{operation}}",
              "client": "{{client}}",
              "summary": "Does {{operation}}.",
              "docs": "https://developers.esms.vn/{{operation}}",
              "get": "https://rest.esms.vn/{{operation}}",
              "keysInAddress": true,
              "repeat": "safe",
              "request": { "ApiKey": { "credential": "apiKey" } },
              "response": { "Code": { "result": [100] } }
            }
            """
        );

    /// <summary>The folder of this test project.</summary>
    public static string ProjectDirectory { get; } =
        typeof(TestContract).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "ProjectDirectory").Value!;

    public static string ReadResource(string name)
    {
        using var reader = new StreamReader(typeof(TestContract).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name));
        return reader.ReadToEnd();
    }

    public TestContract Edit(string from, string to)
    {
        Assert.Contains(from, Text, StringComparison.Ordinal);
        return this with { Text = Text.Replace(from, to, StringComparison.Ordinal) };
    }

    private static TestContract Resource(string name) => new(name, ReadResource(name));
}
