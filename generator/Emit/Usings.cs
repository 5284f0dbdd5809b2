using Esms.Toolkit.Contract.Model;

namespace Esms.Toolkit.Emit;

/// <summary>The namespaces that a file uses, and no others: an import without use is a warning.</summary>
internal static class Usings
{
    /// <param name="types">The types that the file declares.</param>
    /// <param name="fields">The fields outside of these types.</param>
    /// <param name="alwaysSystem">Whether the file uses System apart from them.</param>
    public static string[] Of(IReadOnlyCollection<TypeModel> types, IReadOnlyCollection<Field> fields, bool alwaysSystem)
    {
        var hasJson = types.Any(static type => type is not EnumModel);
        var usings = new List<string>();
        if (alwaysSystem || types.Any(UsesSystem) || types.OfType<ObjectModel>().SelectMany(static type => type.Fields).Concat(fields).Any(IsTime))
            usings.Add("System");
        if (hasJson || fields.Count > 0)
            usings.Add("System.Collections.Generic");
        if (hasJson)
            usings.Add("System.Text.Json");
        if (hasJson || fields.Count > 0)
            usings.AddRange(["Esms", "Esms.Runtime"]);
        return [.. usings];
    }

    /// <summary>A choice names its cases in an error, and the members of an object are told apart by spans.</summary>
    private static bool UsesSystem(TypeModel type) => type is ChoiceModel or ObjectModel { IsPositional: false, Fields.Count: > 0 };

    private static bool IsTime(Field field) => field.Type.Kind is FieldKind.Date or FieldKind.Duration;
}
