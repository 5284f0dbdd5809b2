using Esms.Toolkit.Reader.Model;

namespace Esms.Toolkit.Emit;

/// <summary>The body of a request: JSON, a form, or XML.</summary>
internal static class BodyEmitter
{
    public static void Emit(SourceWriter writer, EndpointModel endpoint)
    {
        if (endpoint.Body.Kind == BodyKind.None)
            return;
        var request = CSharp.RequestType(endpoint.Operation);
        var fields = endpoint.Request.Where(static field => field.In == FieldLocation.Body).ToList();
        writer.Line();
        writer.Line($"public override {Global.HttpContent} CreateContent({request} request, {Global.EsmsCall} context) =>");
        writer.Continuation(
            endpoint.Body.Kind switch
            {
                BodyKind.Form => $"{Global.EsmsContent}.Form(request, context, WriteBody);",
                BodyKind.Xml => $"{Global.EsmsContent}.Xml({Literals.Quote(endpoint.Body.XmlRoot!)}, request, context, WriteBody);",
                BodyKind.JsonAsText => $"{Global.EsmsContent}.Json(\"text/plain; charset=utf-8\", request, context, WriteBody);",
                _ => $"{Global.EsmsContent}.Json(\"application/json; charset=utf-8\", request, context, WriteBody);",
            }
        );
        writer.Line();
        writer.Line(
            $"private static void WriteBody({Target(endpoint.Body.Kind)}, {request} request{(endpoint.Body.Kind == BodyKind.Form ? string.Empty : $", {Global.EsmsCall} context")})"
        );
        writer.Open();
        if (endpoint.Body.IsJson)
            EmitJson(writer, fields);
        else
            fields.ForEach(field => writer.Line(endpoint.Body.Kind == BodyKind.Form ? TextCode.AddStatement("form", field) : XmlStatement(field)));
        writer.Close();
    }

    private static string Target(BodyKind kind) =>
        kind switch
        {
            BodyKind.Form => $"ref {Global.EsmsParameters} form",
            BodyKind.Xml => $"{Global.XmlWriter} writer",
            _ => $"{Global.Utf8JsonWriter} writer",
        };

    private static void EmitJson(SourceWriter writer, IEnumerable<Field> fields)
    {
        writer.Line("writer.WriteStartObject();");
        foreach (var field in fields)
            writer.Line(JsonStatement(field));
        writer.Line("writer.WriteEndObject();");
    }

    private static string JsonStatement(Field field)
    {
        var name = Literals.QuoteUtf8(field.Wire);
        return field.Role switch
        {
            FieldRole.ApiKey => $"writer.WriteString({name}, context.ApiKey);",
            FieldRole.SecretKey => $"writer.WriteString({name}, context.SecretKey);",
            _ when field.IsRepeatKey => $"{Global.EsmsJson}.Write(writer, {name}, context.RequestId);",
            _ => JsonWriteCode.Member(field, $"request.{field.Name}"),
        };
    }

    private static string XmlStatement(Field field)
    {
        var value = field.Role switch
        {
            FieldRole.ApiKey => "context.ApiKey",
            FieldRole.SecretKey => "context.SecretKey",
            _ when field.IsRepeatKey => "context.RequestId",
            FieldRole.Fixed => Literals.Quote(field.Fixed!.Text),
            _ when field.Type.IsList => $"request.{field.Name}",
            _ => TextCode.Expression(field, $"request.{field.Name}"),
        };
        return $"{Global.EsmsXml}.Write(writer, {Literals.Quote(field.Under ?? string.Empty)}, {Literals.Quote(field.Wire)}, {value});";
    }
}
