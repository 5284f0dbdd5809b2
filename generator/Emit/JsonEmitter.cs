using System.Text;
using Esms.Toolkit.Reader.Model;

namespace Esms.Toolkit.Emit;

/// <summary>
/// The JSON code of an object: a reader on Utf8JsonReader and a writer on Utf8JsonWriter. It is written out here because a generator
/// cannot feed System.Text.Json's own one.
/// </summary>
internal static class JsonEmitter
{
    private const string KeepUnknown = $"{Global.EsmsJson}.KeepUnknown(ref reader, ref unknown);";

    /// <param name="endpoint">The endpoint whose answer it is; null for an object inside.</param>
    public static void Emit(SourceWriter writer, string type, IReadOnlyList<Field> fields, EndpointModel? endpoint)
    {
        writer.Line();
        writer.Line($"internal static class {CSharp.JsonType(type)}");
        writer.Open();
        EmitRead(writer, type, fields, endpoint);
        writer.Line();
        EmitWrite(writer, type, fields, endpoint);
        if (endpoint is null)
            GuardEmitter.Emit(writer, fields, $"public static void Check({type} value)", "value", evenIfEmpty: true);
        writer.Close();
    }

    private static void EmitRead(SourceWriter writer, string type, IReadOnlyList<Field> fields, EndpointModel? endpoint)
    {
        writer.Line($"public static {type} Read(ref {Global.Utf8JsonReader} reader)");
        writer.Open();
        foreach (var (localType, name) in fields.Where(static field => field.Role != FieldRole.Fixed).Select(Local).Distinct())
            writer.Line($"{localType}? {name} = null;");
        writer.Line($"{Global.Dictionary}<string, string>? unknown = null;");
        writer.Line($"{Global.EsmsJson}.ExpectObject(ref reader);");
        writer.Line($"while ({Global.EsmsJson}.ReadMember(ref reader))");
        writer.Open();
        EmitMembers(writer, fields, KeepUnknown, "break;");
        writer.Close();
        if (endpoint is not null)
            EmitResult(writer, fields, endpoint);
        else
            EmitRequired(writer, fields);
        EmitConstruction(writer, type, fields, endpoint is not null);
        writer.Close();
    }

    /// <summary>
    /// One member after the other. The length of a name tells most of them apart at once; without it, a member would be compared with all before it.
    /// </summary>
    /// <param name="writer">Where the code goes.</param>
    /// <param name="fields">The members.</param>
    /// <param name="otherwise">The statements for a member that is none of them.</param>
    public static void EmitMembers(SourceWriter writer, IReadOnlyList<Field> fields, params string[] otherwise)
    {
        if (fields.Count == 0)
        {
            writer.Line(otherwise[0]);
            return;
        }
        writer.Line($"{Global.ReadOnlySpan}<byte> name = {Global.EsmsJson}.NameOf(ref reader);");
        writer.Line("switch (name.Length)");
        writer.Open();
        foreach (var field in fields)
        {
            writer.Line(
                $"case {Encoding.UTF8.GetByteCount(field.Wire)} when {Global.MemoryExtensions}.SequenceEqual(name, {Literals.QuoteUtf8(field.Wire)}):"
            );
            writer.Continuation(
                field.Role == FieldRole.Fixed
                    ? $"{Global.EsmsJson}.SkipValue(ref reader);"
                    : $"{Local(field).Name} = {JsonReadCode.Expression(field)};"
            );
            writer.Continuation("break;");
        }
        writer.Line("default:");
        foreach (var statement in otherwise)
            writer.Continuation(statement);
        writer.Close();
    }

    private static void EmitResult(SourceWriter writer, IReadOnlyList<Field> fields, EndpointModel endpoint)
    {
        var result = fields.First(static field => field.Role == FieldRole.Result);
        var refusal = fields.Any(static field => field.Role == FieldRole.Refusal) ? "refusal" : "null";
        writer.Line(
            $"{Global.EsmsResultCode} code = {Global.EsmsJson}.RequireResultCode(ref reader, resultCode, {refusal}, {Literals.Quote(result.Wire)});"
        );
        if (!fields.Any(static field => field.Required))
            return;
        writer.Line($"if ({CSharp.EndpointType(endpoint.Operation)}.Instance.IsSuccess(code))");
        writer.Open();
        EmitRequired(writer, fields);
        writer.Close();
    }

    public static void EmitRequired(SourceWriter writer, IReadOnlyList<Field> fields)
    {
        foreach (var field in fields.Where(static field => field.IsRequiredFromCaller))
            writer.Line($"{Global.EsmsJson}.Require(ref reader, {Local(field).Name} is not null, {Literals.Quote(field.Wire)});");
    }

    private static void EmitConstruction(SourceWriter writer, string type, IReadOnlyList<Field> fields, bool isAnswer)
    {
        writer.Line($"return new {type}");
        writer.Open();
        if (isAnswer)
            writer.Line("ResultCode = code,");
        else if (fields.Any(static field => field.Role == FieldRole.Result))
            writer.Line("ResultCode = resultCode,");
        if (MessageExpression(fields) is { } message)
            writer.Line($"ServiceMessage = {message},");
        foreach (var field in fields.Where(static field => field.IsProperty))
            writer.Line($"{field.Name} = {JsonReadCode.Value(field, Local(field).Name)},");
        writer.Line("UnknownMembers = unknown,");
        writer.Close(";");
    }

    private static void EmitWrite(SourceWriter writer, string type, IReadOnlyList<Field> fields, EndpointModel? endpoint)
    {
        writer.Line($"public static void Write({Global.Utf8JsonWriter} writer, {type} value)");
        writer.Open();
        writer.Line("writer.WriteStartObject();");
        foreach (var field in fields)
            writer.Line(WriteStatement(field, fields, endpoint));
        writer.Line($"{Global.EsmsJson}.WriteUnknown(writer, value.UnknownMembers);");
        writer.Line("writer.WriteEndObject();");
        writer.Close();
    }

    /// <summary>The local variable that a member is read into; the code, and the texts beside it, may have several members each.</summary>
    private static (string Type, string Name) Local(Field field) =>
        field.Role switch
        {
            FieldRole.Result => (Global.EsmsResultCode, "resultCode"),
            FieldRole.Message => ("string", "serviceMessage"),
            FieldRole.Refusal => ("string", "refusal"),
            _ => (CSharp.TypeOf(field.Type), "the" + field.Name),
        };

    private static string WriteStatement(Field field, IReadOnlyList<Field> fields, EndpointModel? endpoint)
    {
        var name = Literals.QuoteUtf8(field.Wire);
        const string IsUnspecified = $"value.ResultCode == {Global.EsmsResultCode}.Unspecified";
        return field.Role switch
        {
            FieldRole.Result =>
                $"{Global.EsmsJson}.{(field.Success!.AreTexts ? "WriteCodeAsText" : "WriteCodeAsNumber")}(writer, {name}, {CodeExpression(field.Success, endpoint)});",
            FieldRole.Message when fields.Any(static other => other.Role == FieldRole.Refusal) =>
                $"{Global.EsmsJson}.Write(writer, {name}, {IsUnspecified} ? null : value.ServiceMessage);",
            FieldRole.Message => $"{Global.EsmsJson}.Write(writer, {name}, value.ServiceMessage);",
            FieldRole.Refusal => $"{Global.EsmsJson}.Write(writer, {name}, {IsUnspecified} ? value.ServiceMessage : null);",
            _ => JsonWriteCode.Member(field, $"value.{field.Name}"),
        };
    }

    /// <summary>The code, where answers of this outcome have it.</summary>
    private static string CodeExpression(SuccessCodes success, EndpointModel? endpoint)
    {
        if (endpoint is null || success.Place == ResultPlace.Every)
            return "value.ResultCode";
        var isSuccess = $"{CSharp.EndpointType(endpoint.Operation)}.Instance.IsSuccess(value.ResultCode)";
        return success.Place == ResultPlace.Accepted ? $"{isSuccess} ? value.ResultCode : null" : $"{isSuccess} ? null : value.ResultCode";
    }

    private static string? MessageExpression(IReadOnlyList<Field> fields)
    {
        var locals = fields
            .Where(static field => field.Role is FieldRole.Message or FieldRole.Refusal)
            .OrderBy(static field => field.Role)
            .Select(static field => Local(field).Name)
            .Distinct()
            .ToList();
        return locals.Count == 0 ? null : string.Join(" ?? ", locals);
    }
}
