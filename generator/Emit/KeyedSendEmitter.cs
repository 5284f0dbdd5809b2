using Esms.Toolkit.Reader.Model;

namespace Esms.Toolkit.Emit;

/// <summary>
/// What an outbox needs of a send that the service knows again by its key: its request as JSON, to be kept and sent later, perhaps by another
/// process, and the id in the answer. Unused, none of it is linked into a native app.
/// </summary>
internal static class KeyedSendEmitter
{
    public static void Emit(SourceWriter writer, EndpointModel endpoint)
    {
        if (endpoint.Repeat.Key is not { } key)
            return;
        var request = CSharp.RequestType(endpoint.Operation);
        var json = CSharp.JsonType(request);
        writer.Line();
        writer.Line($"public override string? RequestIdOf({request} request) => request.{key};");
        if (endpoint.MessageId is { } id)
        {
            writer.Line();
            writer.Line($"public override string? MessageIdOf({CSharp.ResponseType(endpoint.Operation)} response) => response.{id.Name};");
        }
        writer.Line();
        writer.Line($"public override void WriteRequest({Global.Utf8JsonWriter} writer, {request} request) => {json}.Write(writer, request);");
        writer.Line();
        writer.Line($"public override {request} ReadRequest(ref {Global.Utf8JsonReader} reader) => {json}.Read(ref reader);");
    }

    /// <summary>The request by the names of its properties: neither keys nor fixed values, which are no part of what the caller gave.</summary>
    public static void EmitJson(SourceWriter writer, EndpointModel endpoint)
    {
        if (endpoint.Repeat.Key is null)
            return;
        var type = CSharp.RequestType(endpoint.Operation);
        var fields = endpoint.Request.Where(static field => field.IsProperty).Select(static field => field with { Wire = field.Name }).ToList();
        writer.Line();
        writer.Line($"internal static class {CSharp.JsonType(type)}");
        writer.Open();
        EmitRead(writer, type, fields);
        writer.Line();
        writer.Line($"public static void Write({Global.Utf8JsonWriter} writer, {type} value)");
        writer.Open();
        writer.Line("writer.WriteStartObject();");
        foreach (var field in fields)
            writer.Line(JsonWriteCode.Member(field, $"value.{field.Name}"));
        writer.Line("writer.WriteEndObject();");
        writer.Close();
        writer.Close();
    }

    private static void EmitRead(SourceWriter writer, string type, List<Field> fields)
    {
        writer.Line($"public static {type} Read(ref {Global.Utf8JsonReader} reader)");
        writer.Open();
        foreach (var field in fields)
            writer.Line($"{CSharp.TypeOf(field.Type)}? the{field.Name} = null;");
        writer.Line($"{Global.EsmsJson}.ExpectObject(ref reader);");
        writer.Line($"while ({Global.EsmsJson}.ReadMember(ref reader))");
        writer.Open();
        // A newer version may have written it. To leave out what it means would send another message than was meant.
        JsonEmitter.EmitMembers(writer, fields, $"throw {Global.EsmsJson}.UnknownMember(ref reader);");
        writer.Close();
        JsonEmitter.EmitRequired(writer, fields);
        writer.Line($"return new {type}");
        writer.Open();
        foreach (var field in fields)
            writer.Line($"{field.Name} = {JsonReadCode.Value(field, $"the{field.Name}")},");
        writer.Close(";");
        writer.Close();
    }
}
