using Esms.Toolkit.Contract;
using Esms.Toolkit.Contract.Model;

namespace Esms.Toolkit.Emit;

/// <summary>The one file of an endpoint: its types, its methods, how it travels, and its JSON code.</summary>
internal static class EndpointFile
{
    public static GeneratedFile Write(EndpointModel endpoint, GeneratorSettings settings)
    {
        var writer = GeneratedFile.Begin(
            $"the contract of {endpoint.Operation}",
            settings,
            "System",
            "System.Net.Http",
            "System.Text.Json",
            "System.Threading",
            "System.Threading.Tasks",
            "Esms",
            "Esms.Runtime");
        RequestEmitter.Emit(writer, endpoint);
        ResponseEmitter.Emit(writer, endpoint);
        foreach (var type in endpoint.Enums)
            EnumEmitter.Emit(writer, type);
        MethodEmitter.Emit(writer, endpoint);
        TransportEmitter.Emit(writer, endpoint);
        JsonEmitter.Emit(writer, endpoint);
        return new GeneratedFile($"{endpoint.Client}.{endpoint.Operation}.g.cs", writer.ToString());
    }

    /// <summary>Whether the endpoint declares one of the names.</summary>
    public static bool DeclaresAny(this EndpointModel endpoint, EquatableArray<string> names) =>
        names.Any(name => name == endpoint.Operation || endpoint.Enums.Any(type => type.Name == name));
}
