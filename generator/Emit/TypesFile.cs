using Esms.Toolkit.Reader.Model;

namespace Esms.Toolkit.Emit;

/// <summary>The file of types that several contracts use.</summary>
internal static class TypesFile
{
    public static GeneratedFile Write(SharedTypes shared, GeneratorSettings settings)
    {
        var writer = GeneratedFile.Begin("types that contracts share", settings);
        TypesEmitter.EmitClasses(writer, shared.Types);
        TypesEmitter.EmitJson(writer, shared.Types);
        return new GeneratedFile($"Types.{shared.Types[0].Name}.g.cs", writer.ToString());
    }
}
