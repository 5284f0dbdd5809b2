using Esms.Toolkit.Contract;
using Esms.Toolkit.Contract.Model;

namespace Esms.Toolkit.Emit;

/// <summary>The file of types that several contracts use.</summary>
internal static class TypesFile
{
    public static GeneratedFile Write(SharedTypes shared, GeneratorSettings settings)
    {
        var needsSystem = shared.Types.Any(static type => type is ChoiceModel || (type is ObjectModel model && model.Fields.Any(static field => field.Type.Kind is FieldKind.Date or FieldKind.Duration)));
        var needsJson = shared.Types.Any(static type => type is not EnumModel);
        string[] usings = [.. needsSystem ? ["System"] : Array.Empty<string>(), .. needsJson ? ["System.Collections.Generic", "System.Text.Json", "Esms", "Esms.Runtime"] : Array.Empty<string>()];
        var writer = GeneratedFile.Begin("types that contracts share", settings, usings);
        TypesEmitter.EmitClasses(writer, shared.Types);
        TypesEmitter.EmitJson(writer, shared.Types);
        return new GeneratedFile($"Types.{shared.Types[0].Name}.g.cs", writer.ToString());
    }
}
