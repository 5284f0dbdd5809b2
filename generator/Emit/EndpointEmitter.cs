using Esms.Toolkit.Reader.Model;

namespace Esms.Toolkit.Emit;

/// <summary>How an operation travels: its address, its body, its success codes.</summary>
internal static class EndpointEmitter
{
    public static void Emit(SourceWriter writer, EndpointModel endpoint)
    {
        var type = CSharp.EndpointType(endpoint.Operation);
        var request = CSharp.RequestType(endpoint.Operation);
        var response = CSharp.ResponseType(endpoint.Operation);
        writer.Line();
        writer.Line($"internal sealed class {type} : {Global.EsmsEndpoint}<{request}, {response}>");
        writer.Open();
        writer.Line($"public static readonly {type} Instance = new();");
        writer.Line();
        writer.Line($"private {type}()");
        writer.Continuation(
            $": base({Literals.Quote(endpoint.Operation)}, {Global.HttpMethod}.{(endpoint.Route.Method == "GET" ? "Get" : "Post")}, {Literals.Quote(endpoint.Route.Origin)}, {Global.EsmsRepeat}.{endpoint.Repeat.Rule}{Pace(endpoint.Limits)})"
        );
        writer.Open();
        writer.Close();
        GuardEmitter.Emit(writer, endpoint.Request, $"public override void Check({request} request)", "request");
        EmitPace(writer, endpoint.Limits);
        KeyedSendEmitter.Emit(writer, endpoint);
        EmitAddress(writer, endpoint);
        BodyEmitter.Emit(writer, endpoint);
        writer.Line();
        writer.Line($"public override bool IsSuccess({Global.EsmsResultCode} code) => (int)code is {SuccessPattern(endpoint)};");
        EmitMeanings(writer, endpoint);
        writer.Line();
        writer.Line($"public override {response} Read(ref {Global.Utf8JsonReader} reader) => {CSharp.JsonType(response)}.Read(ref reader);");
        writer.Close();
    }

    private static void EmitMeanings(SourceWriter writer, EndpointModel endpoint)
    {
        if (endpoint.Codes.Count == 0)
            return;
        writer.Line();
        writer.Line($"public override string? MeaningOf({Global.EsmsResultCode} code) => (int)code switch");
        writer.Open();
        foreach (var code in endpoint.Codes)
            writer.Line($"{code.Code} => {Literals.Quote(code.Meaning)},");
        writer.Line("_ => null,");
        writer.Close(";");
    }

    private static string Pace(Limits limits) => limits.CallsPerSecond is { } calls ? $", callsPerSecond: {calls}" : string.Empty;

    private static void EmitPace(SourceWriter writer, Limits limits)
    {
        if (limits.CallsPerSecond is null)
            return;
        writer.Line();
        writer.Line($"public override {Global.EsmsPace} CreatePace() => {Global.EsmsPace}.PerSecond(CallsPerSecond);");
    }

    private static void EmitAddress(SourceWriter writer, EndpointModel endpoint)
    {
        writer.Line();
        writer.Line($"public override void WriteAddress(ref {Global.EsmsParameters} address, {CSharp.RequestType(endpoint.Operation)} request)");
        writer.Open();
        foreach (var part in endpoint.Route.Parts)
            writer.Line(
                part.IsField
                    ? SegmentStatement(endpoint.Request.First(field => field.Wire == part.Text))
                    : $"address.AddPath({Literals.Quote(part.Text)});"
            );
        foreach (var field in endpoint.Request.Where(static field => field.In == FieldLocation.Query))
            writer.Line(TextCode.AddStatement("address", field));
        writer.Close();
    }

    private static string SegmentStatement(Field field) =>
        field.Role switch
        {
            FieldRole.ApiKey => "address.AddApiKeySegment();",
            FieldRole.SecretKey => "address.AddSecretKeySegment();",
            FieldRole.Fixed => $"address.AddSegment({Literals.Quote(field.Wire)}, {Literals.Quote(field.Fixed!.Text)});",
            _ => $"address.AddSegment(nameof(request.{field.Name}), {TextCode.Expression(field, $"request.{field.Name}")});",
        };

    private static string SuccessPattern(EndpointModel endpoint) =>
        string.Join(
            " or ",
            endpoint.Response.Where(static field => field.Success is not null).SelectMany(static field => field.Success!.Values).Distinct()
        );
}
