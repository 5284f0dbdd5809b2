using System.Text.Json.Nodes;
using Esms.Toolkit.Reader.Check;

namespace Esms.Cli.Import.Infer;

/// <summary>A field as a contract writes it.</summary>
internal static class FieldText
{
    /// <param name="wire">The name on the wire.</param>
    /// <param name="names">The C# names that are taken already; that of the field is added.</param>
    /// <param name="type">The type and what belongs to it.</param>
    public static JsonObject Named(string wire, HashSet<string> names, JsonObject type, bool isPrivate, bool isRequired)
    {
        var field = new JsonObject();
        if (NameOf(wire, names) is { } name)
            field["name"] = name;
        foreach (var (key, value) in type)
            field[key] = value?.DeepClone();
        if (isRequired)
            field["required"] = true;
        if (isPrivate)
            field["secret"] = true;
        field["summary"] = "Imported: say what it is.";
        return field;
    }

    /// <returns>The key "name", where that of the wire will not do.</returns>
    private static string? NameOf(string wire, HashSet<string> names)
    {
        var plain = Names.FromWire(wire);
        var name = plain is [>= 'A' and <= 'Z', ..] ? plain : $"Field{plain}";
        // SMSID and SMSTYPE read as SmsId and Smstype do.
        if (name.Length > 2 && name.All(static letter => !char.IsAsciiLetterLower(letter)))
            name =
                name.EndsWith("ID", StringComparison.Ordinal) && name.Length > 3
                    ? $"{name[0]}{Lower(name[1..^2])}Id"
                    : $"{name[0]}{Lower(name[1..])}";
        if (Names.Inherited.Contains(name))
            name += "Value";
        while (!names.Add(name))
            name += "2";
        return name == plain ? null : name;
    }

    private static string Lower(string text) => string.Concat(text.Select(char.ToLowerInvariant));
}
