using System.Globalization;

namespace Esms.Toolkit.Budgets.Generator;

/// <summary>
/// As many contracts as a large service would have, and more. Each is a GET with a parameter of its own and the two keys, an answer of eight
/// members, documentation and a sample: what contracts/messages/GetSendStatus.esms.json is made of.
/// </summary>
internal static class Contracts
{
    public const int Count = 1000;

    public const int Clients = 10;

    public static string OperationOf(int number) => "Find" + number.ToString("0000", CultureInfo.InvariantCulture);

    public static IReadOnlyList<ContractText> First(int count = Count) => [.. Enumerable.Range(0, count).Select(At)];

    public static ContractText At(int number) => new($"{OperationOf(number)}.esms.json", TextOf(number));

    private static string TextOf(int number) =>
        $$"""
            {
              "$schema": "../esms-contract.schema.json",
              "operation": "{{OperationOf(number)}}",
              "client": "Group{{number % Clients}}",
              "summary": "Tells how far thing {{number}} has come: how many of it were sent, and what they cost.",
              "remarks": "A thing made moments ago may still be unknown here (code 105): ask again a little later.",
              "docs": "https://developers.esms.vn/en/esms-api/things/find-{{number}}",
              "get": "https://rest.esms.vn/MainService.svc/json/{{OperationOf(number)}}",
              "keysInAddress": true,
              "repeat": "safe",
              "limits": { "daysKept": 7 },

              "request": {
                "RefId": { "name": "ThingId", "type": "string", "required": true, "summary": "The id that the service gave." },
                "ApiKey": { "credential": "apiKey" },
                "SecretKey": { "credential": "secretKey" }
              },

              "response": {
                "CodeResponse": { "result": ["100", 100] },
                "ErrorMessage": { "message": true },
                // The page types every counter as string; its samples show numbers. So both are read.
                "ThingID": { "name": "ThingId", "type": "string", "required": true, "summary": "The id that was asked about." },
                "SendFailed": { "type": "int|string", "summary": "How many failed." },
                "TotalSent": { "type": "long|string", "summary": "How many were ever sent." },
                "TotalPrice": { "type": "money|string", "summary": "What they cost." },
                "Ratio": { "type": "decimal", "summary": "The part that was delivered." },
                "IsFinished": { "type": "bool", "summary": "Whether all has come to an end." }
              },

              "samples": [
                {
                  "name": "finished",
                  "request": { "RefId": "434a124c-7818-4f45-bdf2-7f7b07fff210{{number}}" },
                  "response": {
                    "CodeResponse": "100",
                    "ThingID": "434a124c-7818-4f45-bdf2-7f7b07fff210{{number}}",
                    "SendFailed": 0,
                    "TotalSent": 5,
                    "TotalPrice": 850.0000,
                    "Ratio": 1.0,
                    "IsFinished": true
                  }
                }
              ]
            }
            """;
}
