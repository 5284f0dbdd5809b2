using Esms.Toolkit.Reader.Model;

namespace Esms.Toolkit.Emit;

/// <summary>The JSON code of a list whose every position has a meaning of its own.</summary>
internal static class PositionsEmitter
{
    public static void Emit(SourceWriter writer, ObjectModel model)
    {
        writer.Line();
        writer.Line($"internal static class {CSharp.JsonType(model.Name)}");
        writer.Open();
        EmitRead(writer, model);
        writer.Line();
        writer.Line($"public static void Write({Global.Utf8JsonWriter} writer, {model.Name} value)");
        writer.Open();
        writer.Line("writer.WriteStartArray();");
        foreach (var field in model.Fields)
            writer.Line(JsonWriteCode.Position(field, $"value.{field.Name}"));
        writer.Line("writer.WriteEndArray();");
        writer.Close();
        GuardEmitter.Emit(writer, model.Fields, $"public static void Check({model.Name} value)", "value", evenIfEmpty: true);
        writer.Close();
    }

    private static void EmitRead(SourceWriter writer, ObjectModel model)
    {
        writer.Line($"public static {model.Name} Read(ref {Global.Utf8JsonReader} reader)");
        writer.Open();
        writer.Line($"{Global.EsmsJson}.ExpectList(ref reader);");
        writer.Line("int depth = reader.CurrentDepth;");
        foreach (var field in model.Fields)
        {
            writer.Line(
                field.IsProperty
                    ? $"{CSharp.TypeOf(field.Type)}? the{field.Name} = {Global.EsmsJson}.HasPosition(ref reader, depth) ? {JsonReadCode.Expression(field)} : null;"
                    : $"{Global.EsmsJson}.SkipPosition(ref reader, depth);"
            );
        }
        writer.Line($"{Global.EsmsJson}.SkipPositions(ref reader, depth);");
        foreach (var field in model.Fields.Where(static field => field.IsRequiredFromCaller))
            writer.Line($"{Global.EsmsJson}.Require(ref reader, the{field.Name} is not null, {Literals.Quote(field.Name)});");
        writer.Line($"return new {model.Name}");
        writer.Open();
        foreach (var field in model.Fields.Where(static field => field.IsProperty))
            writer.Line($"{field.Name} = {JsonReadCode.Value(field, $"the{field.Name}")},");
        writer.Close(";");
        writer.Close();
    }
}
