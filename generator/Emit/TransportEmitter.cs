using Esms.Toolkit.Contract.Model;

namespace Esms.Toolkit.Emit;

/// <summary>How an operation travels: its address, its parameters, its success codes.</summary>
internal static class TransportEmitter
{
    public static void Emit(SourceWriter writer, EndpointModel endpoint)
    {
        var type = CSharp.EndpointType(endpoint.Operation);
        var request = CSharp.RequestType(endpoint.Operation);
        var response = CSharp.ResponseType(endpoint.Operation);
        writer.Line();
        writer.Line($"internal sealed class {type} : EsmsEndpoint<{request}, {response}>");
        writer.Open();
        writer.Line($"public static readonly {type} Instance = new();");
        writer.Line();
        writer.Line($"private {type}()");
        writer.Continuation($": base({Literals.Quote(endpoint.Operation)}, HttpMethod.Get, {Literals.Quote(endpoint.Route.Origin)}, {Literals.Quote(endpoint.Route.Path)})");
        writer.Open();
        writer.Close();
        writer.Line();
        writer.Line($"public override void WriteQuery(ref EsmsQuery query, {request} request)");
        writer.Open();
        foreach (var field in endpoint.Request)
            writer.Line(QueryStatement(field));
        writer.Close();
        writer.Line();
        writer.Line($"public override bool IsSuccess(EsmsResultCode code) => (int)code is {SuccessPattern(endpoint)};");
        writer.Line();
        writer.Line($"public override {response} Read(ref Utf8JsonReader reader) => {CSharp.JsonType(endpoint.Operation)}.Read(ref reader);");
        writer.Close();
    }

    private static string QueryStatement(RequestField field)
    {
        var wire = Literals.Quote(Uri.EscapeDataString(field.Wire));
        return field switch
        {
            { Credential: Credential.ApiKey } => $"query.AddApiKey({wire});",
            { Credential: Credential.SecretKey } => $"query.AddSecretKey({wire});",
            { Type.Kind: FieldKind.Text, Required: true } => $"query.AddRequired({wire}, nameof(request.{field.Name}), request.{field.Name});",
            { Type.Kind: FieldKind.Enum } => $"query.Add({wire}, (int?)request.{field.Name});",
            _ => $"query.Add({wire}, request.{field.Name});",
        };
    }

    private static string SuccessPattern(EndpointModel endpoint) =>
        string.Join(" or ", endpoint.Response.Where(static field => field.Success is not null).SelectMany(static field => field.Success!.Values).Distinct());
}
