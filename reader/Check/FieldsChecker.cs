using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Problems;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Reader.Check;

/// <summary>A section with fields: "request", "response", or "fields" of an object.</summary>
internal static class FieldsChecker
{
    private static readonly string[] DataKeys = ["name", "type", "required", "format", "unit", "secret", "summary"];

    private static readonly Dictionary<FieldPlace, string[]> Keys = new()
    {
        [FieldPlace.Request] = [.. DataKeys, "as", "default", "maxLength", "minCount", "maxCount", "sandbox", "under", "credential", "fixed"],
        [FieldPlace.Response] = [.. DataKeys, "as", "result", "when", "message", "refusal"],
        [FieldPlace.Inbound] = DataKeys,
        [FieldPlace.Object] = [.. DataKeys, "as", "default", "maxLength", "minCount", "maxCount", "sandbox", "fixed", "result"],
    };

    /// <summary>Keys that make a field something else than data, and what for.</summary>
    private static readonly (string Key, FieldRole Role, string Why)[] Roles =
    [
        ("credential", FieldRole.ApiKey, "a key comes from the client options and has no property"),
        ("fixed", FieldRole.Fixed, "a constant value has no property"),
        ("result", FieldRole.Result, "every response already has a property for it"),
        ("message", FieldRole.Message, "every response already has a property for it"),
        ("refusal", FieldRole.Refusal, "every response already has a property for it"),
    ];

    private static readonly Keywords<FieldRole> CredentialWords = new(("apiKey", FieldRole.ApiKey), ("secretKey", FieldRole.SecretKey));

    /// <param name="owner">The C# class whose members the fields become.</param>
    public static EquatableArray<Field> Check(ObjectReader parent, string key, string why, string owner, FieldPlace place, CheckContext context)
    {
        parent.Require(key, why);
        var fields = new NamedMembers<Field>(context.Problems);
        foreach (var member in parent.Members(key))
            fields.Add(member, static field => field.Name, Read(member, member.Name, owner, place, context));
        return new(fields.Items);
    }

    /// <param name="wire">The name on the wire.</param>
    public static Field? Read(JsonMember member, string wire, string owner, FieldPlace place, CheckContext context)
    {
        if (Misplaced(member.Value, place) is { } stray)
        {
            context.Problems.Report(ProblemKinds.UnknownKey, stray.Key.NameRange, stray.Key.Name, $"; it belongs in {stray.Where}");
            // The other sections may name the field, so it is kept.
            return new Field(wire, Names.FromWire(wire), new FieldType(FieldKind.Text), false, string.Empty);
        }
        if (ObjectReader.Open(member.Value, member.Name, context.Problems, Keys[place], member.NameRange) is not { } field)
            return null;
        foreach (var (key, role, why) in Roles)
        {
            if (!Keys[place].Contains(key) || field.Find(key) is null)
                continue;
            CheckWire(member, wire, context.Problems);
            return ReadRole(wire, field, key, role, why, place);
        }
        if (field.Find("when") is { } when)
            context.Problems.Report(ProblemKinds.Contradiction, when.NameRange, "when", "type", "only a result code can be in two places");
        return ReadData(member, wire, field, owner, place, context);
    }

    /// <summary>
    /// A key that decides what a field is, at a place that has no such fields: told by itself, because all else about the field follows from it.
    /// </summary>
    private static (JsonMember Key, string Where)? Misplaced(JsonNode field, FieldPlace place)
    {
        foreach (var key in (field as JsonObject)?.Members ?? [])
        {
            if (Roles.Any(role => role.Key == key.Name) && !Keys[place].Contains(key.Name))
                return (key, PlacesOf(key.Name));
        }
        return null;
    }

    private static string PlacesOf(string key) =>
        key switch
        {
            "credential" => "\"request\", because keys are sent and never received",
            "fixed" => "\"request\" and in objects under \"types\"",
            "result" => "\"response\" and in objects under \"types\"",
            _ => "\"response\"",
        };

    private static Field ReadData(JsonMember member, string wire, ObjectReader field, string owner, FieldPlace place, CheckContext context)
    {
        var summary = field.RequireText("summary", "what the value is")?.Value ?? string.Empty;
        var name = ReadName(field, member, wire, owner, place);
        // Without a type nobody knows what the other keys may say.
        if (TypeParser.Read(field, context) is not { } type)
            return new Field(wire, name, new FieldType(FieldKind.Text), field.Flag("required"), summary);
        // Required and with a default: the service must have it, and callers need not give it. Nothing would be neither.
        var isRequired = field.Flag("required");
        if (isRequired && field.Find("default") is { Value: JsonText { Value: "" } } nothing)
            context.Problems.Report(
                ProblemKinds.Contradiction,
                nothing.NameRange,
                "default",
                "required",
                "a required value cannot be empty, not even by default"
            );
        var bounds = ReadBounds(field, type);
        return new Field(wire, name, type, isRequired, summary)
        {
            Default = ValueChecker.ReadDefault(field, type, bounds),
            AsText = ReadAs(field, type),
            Bounds = bounds,
            Secret = field.Flag("secret"),
            Sandbox = ReadSandbox(field, type),
            Under = field.Text("under")?.Value,
        };
    }

    private static Field ReadRole(string wire, ObjectReader field, string key, FieldRole role, string why, FieldPlace place)
    {
        var allowed = role == FieldRole.Result ? new[] { key, "when" } : [key, "under"];
        field.Forbid(key, why, [.. Keys[place].Where(other => !allowed.Contains(other))]);
        var text = new Field(wire, string.Empty, new FieldType(FieldKind.Text), role is FieldRole.Fixed, string.Empty)
        {
            Role = role,
            Under = field.Text("under")?.Value,
        };
        switch (role)
        {
            case FieldRole.ApiKey:
                var word = field.RequireText(key, string.Empty);
                return text with
                {
                    Role = (word is null ? null : CredentialWords.Read(key, word, field.Problems)) ?? FieldRole.ApiKey,
                    Secret = true,
                };
            case FieldRole.Fixed:
                return text with { Fixed = field.Literal(key) };
            case FieldRole.Result:
                return text with { Success = ResultChecker.Read(field) };
            default:
                if (!field.Flag(key) && field.Find(key)?.Value is JsonBoolean)
                    field.Problems.Report(ProblemKinds.OutOfRange, field.Find(key)!.Value.Word, key, "false", "omit the key instead");
                return text;
        }
    }

    /// <returns>Whether the field has a name on the wire.</returns>
    private static bool CheckWire(JsonMember member, string wire, ProblemList problems)
    {
        if (wire.Length == 0)
            problems.Report(ProblemKinds.InvalidName, member.NameRange, wire, "a member must have a name");
        return wire.Length > 0;
    }

    private static string ReadName(ObjectReader field, JsonMember member, string wire, string owner, FieldPlace place)
    {
        var given = field.Text("name");
        if (given is null && field.Find("name") is not null)
            return string.Empty; // It is of the wrong kind, which is told already.
        if (!CheckWire(member, wire, field.Problems))
            return string.Empty;
        var name = given?.Value ?? Names.FromWire(wire);
        var range = given?.Word ?? member.NameRange;
        if (place == FieldPlace.Inbound)
            Names.CheckInboundMember(name, owner, range, field.Problems);
        else
            Names.CheckMember(name, owner, range, field.Problems);
        return name;
    }

    private static bool ReadSandbox(ObjectReader field, FieldType type)
    {
        var isSandbox = field.Flag("sandbox");
        if (isSandbox && type is not { Kind: FieldKind.Boolean or FieldKind.Flag, IsList: false })
            field.Problems.Report(
                ProblemKinds.Contradiction,
                field.PlaceOf("sandbox"),
                "sandbox",
                "type",
                "only a \"flag\" or a \"bool\" can switch to a trial"
            );
        return isSandbox;
    }

    private static bool ReadAs(ObjectReader field, FieldType type)
    {
        if (field.Text("as") is not { } word)
            return false;
        if (new Keywords<bool>(("text", true), ("number", false)).Read("as", word, field.Problems) is not { } asText)
            return false;
        if (
            type.Kind
            is not (
                FieldKind.Int32
                or FieldKind.Int64
                or FieldKind.Decimal
                or FieldKind.Money
                or FieldKind.Flag
                or FieldKind.Enum
                or FieldKind.Duration
                or FieldKind.Boolean
            )
        )
            field.Problems.Report(
                ProblemKinds.Contradiction,
                field.PlaceOf("as"),
                "as",
                "type",
                "only numbers, flags, durations and enums can be sent in either form"
            );
        return asText;
    }

    private static Bounds ReadBounds(ObjectReader field, FieldType type)
    {
        var bounds = new Bounds(field.Count("maxLength"), field.Count("minCount"), field.Count("maxCount"));
        if (bounds.MaxLength is not null && type is not { Kind: FieldKind.Text, IsList: false })
            field.Problems.Report(ProblemKinds.Contradiction, field.PlaceOf("maxLength"), "maxLength", "type", "only a string has a length");
        if ((bounds.MinCount ?? bounds.MaxCount) is not null && !type.IsList)
            field.Problems.Report(
                ProblemKinds.Contradiction,
                field.PlaceOf(bounds.MinCount is null ? "maxCount" : "minCount"),
                "minCount and maxCount",
                "type",
                "only an array has a count"
            );
        if (bounds.MinCount > bounds.MaxCount)
            field.Problems.Report(
                ProblemKinds.OutOfRange,
                field.PlaceOf("minCount"),
                "minCount",
                $"{bounds.MinCount}",
                "it is greater than \"maxCount\""
            );
        return bounds;
    }
}
