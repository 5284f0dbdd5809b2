using Esms.Toolkit.Contract.Model;

namespace Esms.Toolkit.Emit;

/// <summary>
/// The JSON code of an answer: a reader on Utf8JsonReader and a writer on Utf8JsonWriter. It is written out here because a generator
/// cannot feed System.Text.Json's own one.
/// </summary>
internal static class JsonEmitter
{
    public static void Emit(SourceWriter writer, EndpointModel endpoint)
    {
        writer.Line();
        writer.Line($"internal static class {CSharp.JsonType(endpoint.Operation)}");
        writer.Open();
        EmitRead(writer, endpoint);
        writer.Line();
        EmitWrite(writer, endpoint);
        writer.Close();
    }

    private static void EmitRead(SourceWriter writer, EndpointModel endpoint)
    {
        var response = CSharp.ResponseType(endpoint.Operation);
        writer.Line($"public static {response} Read(ref Utf8JsonReader reader)");
        writer.Open();
        foreach (var (type, local) in endpoint.Response.Select(Local).Distinct())
            writer.Line($"{type}? {local} = null;");
        writer.Line("EsmsJson.ExpectObject(ref reader);");
        writer.Line("while (EsmsJson.ReadMember(ref reader))");
        writer.Open();
        foreach (var (field, i) in endpoint.Response.Select(static (field, i) => (field, i)))
        {
            writer.Line($"{(i == 0 ? "if" : "else if")} (reader.ValueTextEquals({Literals.QuoteUtf8(field.Wire)}))");
            writer.Continuation($"{Local(field).Name} = {ReadExpression(field)};");
        }
        writer.Line("else");
        writer.Continuation("EsmsJson.SkipValue(ref reader);");
        writer.Close();
        EmitResult(writer, endpoint);
        writer.Close();
    }

    private static void EmitResult(SourceWriter writer, EndpointModel endpoint)
    {
        var result = endpoint.Response.First(static field => field.Role == ResponseRole.Result);
        var required = endpoint.Response.Where(static field => field.Required).ToList();
        var message = MessageExpression(endpoint);
        writer.Line($"var code = EsmsJson.RequireResultCode(ref reader, resultCode, {RefusalLocal(endpoint)}, {Literals.Quote(result.Wire)});");
        if (required.Count > 0)
        {
            writer.Line($"if ({CSharp.EndpointType(endpoint.Operation)}.Instance.IsSuccess(code))");
            writer.Open();
            foreach (var field in required)
                writer.Line($"EsmsJson.Require(ref reader, {Local(field).Name} is not null, {Literals.Quote(field.Wire)});");
            writer.Close();
        }
        writer.Line($"return new {CSharp.ResponseType(endpoint.Operation)}");
        writer.Open();
        writer.Line("ResultCode = code,");
        if (message is not null)
            writer.Line($"ServiceMessage = {message},");
        foreach (var field in endpoint.Response.Where(static field => field.Role == ResponseRole.Data))
            writer.Line($"{field.Name} = {ValueExpression(field)},");
        writer.Close(";");
    }

    private static void EmitWrite(SourceWriter writer, EndpointModel endpoint)
    {
        writer.Line($"public static void Write(Utf8JsonWriter writer, {CSharp.ResponseType(endpoint.Operation)} value)");
        writer.Open();
        writer.Line("writer.WriteStartObject();");
        foreach (var field in endpoint.Response)
            writer.Line(WriteStatement(field, endpoint));
        writer.Line("writer.WriteEndObject();");
        writer.Close();
    }

    /// <summary>The local variable that a member is read into; the code, and the texts beside it, may have several members each.</summary>
    private static (string Type, string Name) Local(ResponseField field) => field.Role switch
    {
        ResponseRole.Result => ("EsmsResultCode", "resultCode"),
        ResponseRole.Message => ("string", "serviceMessage"),
        ResponseRole.Refusal => ("string", "refusal"),
        _ => (CSharp.TypeOf(field.Type), "the" + field.Name),
    };

    private static string ReadExpression(ResponseField field) => (field.Role, field.Type.Kind) switch
    {
        (ResponseRole.Result, _) => "EsmsJson.ReadResultCode(ref reader)",
        (_, FieldKind.Text) => "EsmsJson.ReadString(ref reader)",
        (_, FieldKind.Int32) => "EsmsJson.ReadInt32(ref reader)",
        (_, FieldKind.Int64) => "EsmsJson.ReadInt64(ref reader)",
        (_, FieldKind.Decimal or FieldKind.Money) => "EsmsJson.ReadDecimal(ref reader)",
        (_, FieldKind.Boolean) => "EsmsJson.ReadBoolean(ref reader)",
        _ => $"({field.Type.Name}?)EsmsJson.ReadInt32(ref reader)",
    };

    private static string WriteStatement(ResponseField field, EndpointModel endpoint)
    {
        var name = Literals.QuoteUtf8(field.Wire);
        return field.Role switch
        {
            ResponseRole.Result when field.Success!.AreTexts => $"EsmsJson.WriteCodeAsText(writer, {name}, value.ResultCode);",
            ResponseRole.Result => $"EsmsJson.WriteCodeAsNumber(writer, {name}, value.ResultCode);",
            ResponseRole.Message => $"EsmsJson.Write(writer, {name}, {(HasRefusal(endpoint) ? "value.ResultCode == EsmsResultCode.Unspecified ? null : " : string.Empty)}value.ServiceMessage);",
            ResponseRole.Refusal => $"EsmsJson.Write(writer, {name}, value.ResultCode == EsmsResultCode.Unspecified ? value.ServiceMessage : null);",
            _ => $"EsmsJson.Write(writer, {name}, {(field.Type.Kind == FieldKind.Enum ? "(int?)" : string.Empty)}value.{field.Name});",
        };
    }

    private static string ValueExpression(ResponseField field)
    {
        var local = Local(field).Name;
        if (!field.Required)
            return local;
        return field.Type.Kind == FieldKind.Text ? $"{local}!" : $"{local}.GetValueOrDefault()";
    }

    private static string? MessageExpression(EndpointModel endpoint)
    {
        var locals = endpoint.Response
            .Where(static field => field.Role is ResponseRole.Message or ResponseRole.Refusal)
            .OrderBy(static field => field.Role)
            .Select(static field => Local(field).Name)
            .Distinct()
            .ToList();
        return locals.Count == 0 ? null : string.Join(" ?? ", locals);
    }

    private static string RefusalLocal(EndpointModel endpoint) => HasRefusal(endpoint) ? "refusal" : "null";

    private static bool HasRefusal(EndpointModel endpoint) => endpoint.Response.Any(static field => field.Role == ResponseRole.Refusal);
}
