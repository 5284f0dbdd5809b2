using Esms.Toolkit.Reader.Model;

namespace Esms.Toolkit.Emit;

/// <summary>The one generated file of a contract.</summary>
internal static class ModelFile
{
    /// <returns>Null for a contract that declares nothing.</returns>
    public static GeneratedFile? Write(ContractModel model, GeneratorSettings settings) =>
        model switch
        {
            EndpointModel endpoint => EndpointFile.Write(endpoint, settings),
            InboundModel inbound => InboundFile.Write(inbound, settings),
            CodeTable codes => CodeTableFile.Write(codes, settings),
            SharedTypes { Types.Count: > 0 } shared => TypesFile.Write(shared, settings),
            _ => null,
        };
}
