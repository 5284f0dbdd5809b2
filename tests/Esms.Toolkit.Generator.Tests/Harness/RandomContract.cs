using System.Globalization;
using System.Text.Json.Nodes;

namespace Esms.Toolkit.Tests.Harness;

/// <summary>Makes valid contracts at random: every kind of field, in answers and in objects inside them, to a small depth.</summary>
internal sealed class RandomContract(int seed)
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd HH:mm:ss",
        "yyyy/MM/dd HH:mm:ss",
        "dd/MM/yyyy HH:mm:ss",
        "yyyy-MM-dd",
        "dd/MM/yyyy",
        "yyyyMMddHHmmss",
        "/Date(ms)/",
        "milliseconds",
    ];

    private static readonly string[] Scalars =
    [
        "string",
        "string|number",
        "string|nullText",
        "int",
        "int|string",
        "long",
        "long|string|nullText",
        "decimal",
        "money|string",
        "bool",
        "bool|string|number",
        "flag",
        "flag|bool",
        "map",
        "pairs",
        "string[]",
        "int[]",
        "long[]",
        "decimal[]",
        "bool[]",
    ];

    private readonly Random _random = new(seed);
    private readonly JsonObject _types = [];
    private int _names;

    public static TestContract Make(int seed)
    {
        var maker = new RandomContract(seed);
        var operation = $"Random{seed}";
        var response = new JsonObject { ["Code"] = new JsonObject { ["result"] = new JsonArray(maker.Chance(2) ? "100" : 100) } };
        if (maker.Chance(2))
            response["Message"] = new JsonObject { ["message"] = true };
        if (maker.Chance(2))
            response["error"] = new JsonObject { ["refusal"] = true };
        maker.AddFields(response, depth: 3, isRequest: false);
        var request = new JsonObject { ["ApiKey"] = new JsonObject { ["credential"] = "apiKey" } };
        maker.AddFields(request, depth: 2, isRequest: true);
        var contract = new JsonObject
        {
            ["operation"] = operation,
            ["client"] = $"Group{seed % 3}",
            ["summary"] = "Made at random.",
            ["docs"] = "https://developers.esms.vn/en",
            ["post"] = "https://rest.esms.vn/Random",
            ["body"] = maker.Chance(2) ? "json" : "text",
            ["repeat"] = "never",
            ["request"] = request,
            ["response"] = response,
            ["types"] = maker._types,
        };
        return new TestContract($"{operation}.esms.json", contract.ToJsonString());
    }

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private string Name(string prefix) => $"{prefix}{(_names++).ToString(CultureInfo.InvariantCulture)}";

    private void AddFields(JsonObject fields, int depth, bool isRequest)
    {
        for (var count = _random.Next(1, 7); count > 0; count--)
            fields[Name(Chance(3) ? "wire_" : "Wire")] = Field(depth, isRequest);
    }

    private JsonObject Field(int depth, bool isRequest)
    {
        var field = new JsonObject
        {
            ["type"] = depth > 0 && Chance(3) ? DeclaredType(depth - 1) : Scalars[_random.Next(Scalars.Length)],
            ["summary"] = "A value.",
        };
        if (Chance(6))
            field = new JsonObject
            {
                ["type"] = Chance(2) ? "date" : "date|nullText",
                ["format"] = Formats[_random.Next(Formats.Length)],
                ["summary"] = "A date.",
            };
        else if (Chance(8))
            field = new JsonObject
            {
                ["type"] = "duration",
                ["unit"] =
                    Chance(2) ? "seconds"
                    : Chance(2) ? "minutes"
                    : "hours",
                ["summary"] = "A duration.",
            };
        if (Chance(2))
            field["required"] = true;
        if (Chance(2))
            field["name"] = Name("Field");
        if (isRequest && Chance(4) && (string?)field["type"] is "int" or "long" or "flag")
            field["as"] = "text";
        return field;
    }

    private string DeclaredType(int depth)
    {
        var name = $"{Name("Kind")}Of{seed}";
        switch (_random.Next(4))
        {
            case 0:
                _types[name] = new JsonObject
                {
                    ["summary"] = "Numbers.",
                    ["values"] = new JsonObject
                    {
                        ["1"] = new JsonObject { ["name"] = "One", ["summary"] = "One." },
                    },
                };
                return Chance(2) ? name : $"{name}|string";
            case 1:
                var positions = new JsonArray();
                for (var count = _random.Next(1, 4); count > 0; count--)
                {
                    var position = Field(depth, isRequest: false);
                    position["name"] = Name("Position");
                    if (((string)position["type"]!).Split('|')[0] is "map" or "pairs")
                        position["type"] = "string";
                    positions.Add(position);
                }
                _types[name] = new JsonObject { ["summary"] = "Positions.", ["positions"] = positions };
                return name;
            case 2:
                return Choice(name, depth);
            default:
                var fields = new JsonObject();
                AddFields(fields, depth, isRequest: false);
                _types[name] = new JsonObject { ["summary"] = "An object.", ["fields"] = fields };
                return _random.Next(3) switch
                {
                    0 => $"{name}[]",
                    1 => $"json({name})",
                    _ => name,
                };
        }
    }

    private string Choice(string name, int depth)
    {
        var cases = new JsonArray();
        for (var i = 0; i < 2; i++)
        {
            var fields = new JsonObject { ["kind"] = new JsonObject { ["fixed"] = $"shape {i}" } };
            AddFields(fields, depth, isRequest: false);
            _types[$"{name}Shape{i}"] = new JsonObject { ["summary"] = "A shape.", ["fields"] = fields };
            cases.Add($"{name}Shape{i}");
        }
        _types[name] = new JsonObject
        {
            ["summary"] = "A choice.",
            ["by"] = "kind",
            ["oneOf"] = cases,
        };
        return Chance(2) ? name : $"{name}[]";
    }
}
