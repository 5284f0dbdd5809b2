using Esms.Toolkit.Reader.Model;

namespace Esms.Toolkit.Emit;

/// <summary>The one file of an endpoint: its types, its methods, how it travels, and its JSON code.</summary>
internal static class EndpointFile
{
    public static GeneratedFile Write(EndpointModel endpoint, GeneratorSettings settings)
    {
        var writer = GeneratedFile.Begin($"the contract of {endpoint.Operation}", settings);
        ClassEmitter.EmitRequest(writer, endpoint, settings);
        ClassEmitter.EmitResponse(writer, endpoint);
        TypesEmitter.EmitClasses(writer, endpoint.Types);
        MethodEmitter.Emit(writer, endpoint);
        EndpointEmitter.Emit(writer, endpoint);
        KeyedSendEmitter.EmitJson(writer, endpoint);
        JsonEmitter.Emit(writer, CSharp.ResponseType(endpoint.Operation), endpoint.Response, endpoint);
        TypesEmitter.EmitJson(writer, endpoint.Types);
        return new GeneratedFile($"{endpoint.Client}.{endpoint.Operation}.g.cs", writer.ToString());
    }
}
