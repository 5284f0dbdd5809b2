using System.Text.Json.Nodes;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Export.Calls;

/// <summary>A value for a field that must be given and that no sample has.</summary>
internal static class ExampleValue
{
    public static JsonNode Of(Field field)
    {
        var one = One(field);
        return field.Type.IsList
            ? new JsonArray([.. Enumerable.Range(0, Math.Max(1, field.Bounds.MinCount ?? 1)).Select(_ => one.DeepClone())])
            : one;
    }

    private static JsonNode One(Field field) =>
        field.Type.Kind switch
        {
            FieldKind.Text or FieldKind.Embedded => field.Name,
            FieldKind.Date => DateOf(field.Type.DateForm),
            FieldKind.Boolean => field.AsText ? "true" : true,
            FieldKind.Map => new JsonObject { ["name"] = "value" },
            FieldKind.Pairs => new JsonArray(new JsonObject { ["key"] = "name", ["value"] = "value" }),
            FieldKind.Object => new JsonObject(),
            _ => field.AsText ? "1" : 1,
        };

    private static string DateOf(DateForm? form) =>
        form switch
        {
            DateForm.Milliseconds => "1735815600000",
            DateForm.Wcf => "/Date(1735815600000+0700)/",
            _ => new DateTime(2025, 1, 2, 18, 0, 0, DateTimeKind.Unspecified).ToString(
                form?.Pattern(),
                System.Globalization.CultureInfo.InvariantCulture
            ),
        };
}
