using Esms.Toolkit.Reader.Model;

namespace Esms.Toolkit.Emit;

/// <summary>The classes of requests, answers, and the types that contracts declare.</summary>
internal static class ClassEmitter
{
    public static void EmitRequest(SourceWriter writer, EndpointModel endpoint, GeneratorSettings settings)
    {
        writer.Line();
        writer.Summary($"The parameters of {endpoint.Operation}.");
        writer.SeeAlso(endpoint.Docs);
        var isKeyed = endpoint.Repeat.Key is not null;
        writer.Line($"public sealed class {CSharp.RequestType(endpoint.Operation)}{(isKeyed ? $" : {Global.IEsmsKeyedRequest}" : string.Empty)}");
        writer.Open();
        PropertyEmitter.Emit(writer, endpoint.Request, isAnswer: false);
        if (isKeyed)
        {
            writer.Line();
            // From the root: a property of the request may have the name of the class.
            var type = $"global::{settings.Namespace}.{CSharp.EndpointType(endpoint.Operation)}";
            writer.Line($"{Global.EsmsEndpoint} {Global.IEsmsKeyedRequest}.Endpoint => {type}.Instance;");
        }
        writer.Close();
    }

    public static void EmitResponse(SourceWriter writer, EndpointModel endpoint)
    {
        writer.Line();
        writer.Summary($"The response of {endpoint.Operation}.");
        writer.SeeAlso(endpoint.Docs);
        writer.Line(
            $"public sealed class {CSharp.ResponseType(endpoint.Operation)} : {(endpoint.Repeat.Rule == RepeatRule.Safe ? Global.EsmsResponse : Global.EsmsSendResponse)}"
        );
        writer.Open();
        PropertyEmitter.Emit(writer, endpoint.Response, isAnswer: true);
        writer.Close();
    }

    public static void EmitType(SourceWriter writer, TypeModel type)
    {
        writer.Line();
        writer.Summary(type.Summary);
        switch (type)
        {
            case EnumModel model:
                EnumEmitter.Emit(writer, model);
                break;
            case ChoiceModel:
                writer.Line($"public abstract class {type.Name} : {Global.EsmsObject}");
                writer.Open();
                writer.Close();
                break;
            case ObjectModel model:
                EmitObject(writer, model);
                break;
        }
    }

    private static void EmitObject(SourceWriter writer, ObjectModel model)
    {
        var baseType = model.Choice ?? (model.IsPositional ? null : Global.EsmsObject);
        writer.Line($"public sealed class {model.Name}{(baseType is null ? string.Empty : $" : {baseType}")}");
        writer.Open();
        PropertyEmitter.Emit(writer, model.Fields, isAnswer: true);
        if (model.Fields.FirstOrDefault(static field => field.Success is not null) is { } result)
            EmitResult(writer, result.Success!, model.Fields.Any(static field => field.IsProperty));
        writer.Close();
    }

    /// <summary>An element of a list may have been refused under an answer that was accepted.</summary>
    private static void EmitResult(SourceWriter writer, SuccessCodes success, bool hasProperties)
    {
        if (hasProperties)
            writer.Line();
        writer.Summary("The result code of this element. Null when the response omits it.");
        writer.Line($"public {Global.EsmsResultCode}? ResultCode {{ get; init; }}");
        writer.Line();
        writer.Summary("Whether the service accepted this element. The response as a whole can be accepted even if an element is not.");
        writer.Line($"public bool IsAccepted => ResultCode is {{ }} code && (int)code is {string.Join(" or ", success.Values)};");
    }
}
