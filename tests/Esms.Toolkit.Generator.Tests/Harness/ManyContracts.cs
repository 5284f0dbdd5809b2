using System.Globalization;

namespace Esms.Toolkit.Tests.Harness;

/// <summary>As many contracts as a large service would have, and more: spread over ten clients, each with an answer of eight members.</summary>
internal static class ManyContracts
{
    private const int Clients = 10;

    public static IReadOnlyList<TestContract> First(int count) => [.. Enumerable.Range(0, count).Select(At)];

    /// <summary>The file that is generated from the contract of a number.</summary>
    public static string FileOf(int number) => $"Group{number % Clients}.{OperationOf(number)}.g.cs";

    public static string OperationOf(int number) => "Find" + number.ToString("0000", CultureInfo.InvariantCulture);

    public static TestContract At(int number) =>
        new(
            $"{OperationOf(number)}.esms.json",
            $$"""
            {
              "operation": "{{OperationOf(number)}}",
              "client": "Group{{number % Clients}}",
              "summary": "Finds the things of number {{number}}.",
              "docs": "https://developers.esms.vn/{{number}}",
              "get": "https://rest.esms.vn/MainService.svc/json/{{OperationOf(number)}}",
              "keysInAddress": true,
              "repeat": "safe",
              "request": {
                "ApiKey": { "credential": "apiKey" },
                "SecretKey": { "credential": "secretKey" },
                "Phone": { "type": "string", "required": true, "summary": "The phone number." },
                "From": { "type": "long", "summary": "The first of them." },
                "Limit": { "type": "int", "summary": "How many at most." }
              },
              "response": {
                "CodeResult": { "result": ["100"] },
                "ErrorMessage": { "message": true },
                "Id": { "type": "string", "required": true, "summary": "The id of thing {{number}}." },
                "Count": { "type": "int", "summary": "How many there are." },
                "Total": { "type": "long", "summary": "How many there were ever." },
                "Price": { "type": "money", "summary": "What they cost." },
                "Ratio": { "type": "decimal", "summary": "The part that was found." },
                "Found": { "type": "bool", "summary": "Whether there are any." }
              },
              "samples": [
                { "name": "found", "request": { "Phone": "0901234567" }, "response": { "CodeResult": "100", "Id": "{{number}}", "Price": 850.0000 } }
              ]
            }
            """
        );
}
