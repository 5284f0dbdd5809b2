using Esms.Toolkit.Reader.Model;

namespace Esms.Toolkit.Emit;

/// <summary>The JSON code of a type that is one of several objects.</summary>
internal static class ChoiceEmitter
{
    public static void Emit(SourceWriter writer, ChoiceModel model)
    {
        writer.Line();
        writer.Line($"internal static class {CSharp.JsonType(model.Name)}");
        writer.Open();
        writer.Line(
            $"public static {model.Name} Read(ref {Global.Utf8JsonReader} reader) => {Global.EsmsJson}.Peek(reader, {Literals.QuoteUtf8(model.By)}) switch"
        );
        writer.Open();
        foreach (var item in model.Cases)
            writer.Line($"{Literals.Quote(item.Value)} => {CSharp.JsonType(item.Type)}.Read(ref reader),");
        writer.Line($"_ => {Global.EsmsJson}.UnknownShape<{model.Name}>(ref reader, {Literals.Quote(model.By)}),");
        writer.Close(";");
        writer.Line();
        EmitDispatch(
            writer,
            model,
            $"public static void Write({Global.Utf8JsonWriter} writer, {model.Name} value)",
            static item => $"{CSharp.JsonType(item.Type)}.Write(writer, shape);"
        );
        writer.Line();
        EmitDispatch(writer, model, $"public static void Check({model.Name} value)", static item => $"{CSharp.JsonType(item.Type)}.Check(shape);");
        writer.Close();
    }

    private static void EmitDispatch(SourceWriter writer, ChoiceModel model, string signature, Func<ChoiceCase, string> call)
    {
        writer.Line(signature);
        writer.Open();
        writer.Line("switch (value)");
        writer.Open();
        foreach (var item in model.Cases)
        {
            writer.Line($"case {item.Type} shape:");
            writer.Continuation(call(item));
            writer.Continuation("break;");
        }
        writer.Line("default:");
        writer.Continuation($"throw new {Global.ArgumentException}(\"The service knows no such shape.\", nameof(value));");
        writer.Close();
        writer.Close();
    }
}
