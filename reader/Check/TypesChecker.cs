using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Problems;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Reader.Check;

/// <summary>The section "types".</summary>
internal static class TypesChecker
{
    private static readonly string[] Keys = ["summary", "values", "fields", "positions", "by", "oneOf"];

    /// <summary>
    /// The types that a file declares, right or wrong: a type with a mistake in it is told once, and not again wherever it is used.
    /// </summary>
    public static IEnumerable<DeclaredType> Declared(JsonNode root) =>
        TypesOf(root).Select(static member => new DeclaredType(member.Name, KindOf(member.Value)));

    public static EquatableArray<TypeModel> Check(ObjectReader file, CheckContext context) => Check(file.Members("types"), context);

    /// <summary>The types of a file whose other sections are not looked at.</summary>
    public static EquatableArray<TypeModel> Check(JsonObject root, CheckContext context) => Check([.. TypesOf(root)], context);

    private static EquatableArray<TypeModel> Check(IReadOnlyList<JsonMember> members, CheckContext context)
    {
        foreach (var member in members)
            Names.CheckType(member.Name, member.NameRange, context.Problems);
        var choices = ChoiceChecker.Find(members);
        return new(members.Select(member => ReadType(member, members, choices, context)).OfType<TypeModel>());
    }

    private static IEnumerable<JsonMember> TypesOf(JsonNode root) =>
        root is JsonObject file && file.Members.FirstOrDefault(static member => member.Name == "types")?.Value is JsonObject types
            ? types.Members
            : [];

    private static FieldKind KindOf(JsonNode type) =>
        type is JsonObject node && node.Members.Any(static key => key.Name == "values") ? FieldKind.Enum : FieldKind.Object;

    private static TypeModel? ReadType(
        JsonMember member,
        IReadOnlyList<JsonMember> all,
        IReadOnlyDictionary<string, string> choices,
        CheckContext context
    )
    {
        if (ObjectReader.Open(member.Value, member.Name, context.Problems, Keys, member.NameRange) is not { } type)
            return null;
        var summary = type.RequireText("summary", "one sentence that says what the type is")?.Value ?? string.Empty;
        choices.TryGetValue(member.Name, out var choice);
        if (type.Find("fields") is not null)
        {
            type.Forbid("fields", "a type is an object, a list of positions, an enum or a choice", "values", "positions", "by", "oneOf");
            var fields = FieldsChecker.Check(type, "fields", string.Empty, member.Name, FieldPlace.Object, context);
            return new ObjectModel(member.Name, summary, fields, IsPositional: false, choice);
        }
        if (type.Find("positions") is not null)
        {
            type.Forbid("positions", "a type is an object, a list of positions, an enum or a choice", "values", "by", "oneOf");
            return new ObjectModel(member.Name, summary, ReadPositions(type, member.Name, context), IsPositional: true, choice);
        }
        if (type.Find("oneOf") is not null)
        {
            type.Forbid("oneOf", "a type is an object, a list of positions, an enum or a choice", "values");
            return ChoiceChecker.Read(member.Name, summary, type, all, choices);
        }
        type.Forbid("values", "only a choice is told by a member", "by");
        type.Require("values", "the numbers and their names; or \"fields\" for an object, \"positions\" for a list, \"oneOf\" for a choice");
        return new EnumModel(member.Name, summary, ReadValues(type));
    }

    /// <summary>Positions have no names on the wire, so each has its "name".</summary>
    private static EquatableArray<Field> ReadPositions(ObjectReader type, string owner, CheckContext context)
    {
        var fields = new NamedMembers<Field>(context.Problems);
        if (type.Find("positions")?.Value is JsonArray { Items.Count: 0 } none)
            context.Problems.Report(ProblemKinds.OutOfRange, none.Word, "positions", "[]", "a list of positions needs at least one position");
        foreach (var item in type.Items("positions"))
        {
            var member = new JsonMember("position", item.Word, item);
            var given = item is JsonObject node ? node.Members.FirstOrDefault(static key => key.Name == "name") : null;
            if (given?.Value is JsonText { Value.Length: > 0 } name)
                member = new JsonMember(name.Value, name.Word, item);
            else if (given is null && item is JsonObject { Members: var keys } && keys.All(static key => key.Name != "fixed"))
                context.Problems.Report(ProblemKinds.MissingKey, item.Word, "name", "a position has no name of its own in JSON");
            fields.Add(member, static field => field.Name, FieldsChecker.Read(member, member.Name, owner, FieldPlace.Object, context));
        }
        return new(fields.Items);
    }

    private static EquatableArray<EnumValue> ReadValues(ObjectReader type)
    {
        var problems = type.Problems;
        if (type.Find("values")?.Value is JsonObject { Members.Count: 0 } none)
            problems.Report(ProblemKinds.OutOfRange, none.Word, "values", "{}", "an enum needs at least one value");
        var values = new NamedMembers<EnumValue>(problems);
        foreach (var value in type.Members("values"))
            values.Add(value, static read => read.Name, ReadValue(value, problems));
        return new(values.Items);
    }

    private static EnumValue? ReadValue(JsonMember member, ProblemList problems)
    {
        if (ObjectReader.Open(member.Value, member.Name, problems, ["name", "summary"], member.NameRange) is not { } value)
            return null;
        if (!Numbers.TryParseInt32(member.Name, out var number))
            problems.Report(ProblemKinds.OutOfRange, member.NameRange, "values", member.Name, "a value is a whole number of 32 bits, such as \"5\"");
        var name = value.RequireText("name", "the name of the value in C#");
        var summary = value.RequireText("summary", "what the value means");
        return name is not null && Names.Check(name.Value, name.Word, problems)
            ? new EnumValue(number, name.Value, summary?.Value ?? string.Empty)
            : null;
    }
}
