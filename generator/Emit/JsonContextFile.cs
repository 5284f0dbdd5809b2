namespace Esms.Toolkit.Emit;

/// <summary>
/// A complete JsonSerializerContext over the generated readers and writers, so that users can put our types into their own
/// TypeInfoResolverChain. The clients do not need it: they call the readers directly.
/// </summary>
internal static class JsonContextFile
{
    public static GeneratedFile Write(EndpointIndex index, GeneratorSettings settings)
    {
        var writer = GeneratedFile.Begin("the names of all contracts", settings);
        writer.Line();
        writer.Summary("JSON metadata for the responses of eSMS, so that System.Text.Json reads and writes them without reflection.");
        writer.Line($"public sealed class {settings.JsonContext} : {Global.JsonSerializerContext}, {Global.IJsonTypeInfoResolver}");
        writer.Open();
        EmitConstruction(writer, settings.JsonContext);
        foreach (var type in index.Entries.Select(static entry => CSharp.ResponseType(entry.Operation)))
        {
            writer.Line();
            writer.Summary($"JSON metadata for {type}.");
            writer.Line($"public {Global.JsonTypeInfo}<{type}> {type} => ({Global.JsonTypeInfo}<{type}>)Options.GetTypeInfo(typeof({type}));");
        }
        EmitResolver(writer, index);
        writer.Close();
        return new GeneratedFile("EsmsJsonContext.g.cs", writer.ToString());
    }

    private static void EmitConstruction(SourceWriter writer, string context)
    {
        writer.Summary("Creates a context with default options.");
        writer.Line($"public {context}()");
        writer.Continuation(": base(null)");
        writer.Open();
        writer.Close();
        writer.Line();
        writer.Summary("Creates a context with the given options, which no other context may use.");
        writer.Parameter("options", "The options.");
        writer.Line($"public {context}({Global.JsonSerializerOptions} options)");
        writer.Continuation(": base(options)");
        writer.Open();
        writer.Close();
        writer.Line();
        writer.Summary("The context with default options.");
        writer.Line($"public static {context} Default {{ get; }} = new();");
        writer.Line();
        writer.Line("/// <inheritdoc />");
        writer.Line($"protected override {Global.JsonSerializerOptions}? GeneratedSerializerOptions => null;");
    }

    private static void EmitResolver(SourceWriter writer, EndpointIndex index)
    {
        writer.Line();
        writer.Line("/// <inheritdoc />");
        writer.Line(
            $"public override {Global.JsonTypeInfo}? GetTypeInfo({Global.Type} type) => Options.TryGetTypeInfo(type, out {Global.JsonTypeInfo}? info) ? info : null;"
        );
        writer.Line();
        writer.Line($"{Global.JsonTypeInfo}? {Global.IJsonTypeInfoResolver}.GetTypeInfo({Global.Type} type, {Global.JsonSerializerOptions} options)");
        writer.Open();
        foreach (var type in index.Entries.Select(static entry => CSharp.ResponseType(entry.Operation)))
        {
            writer.Line($"if (type == typeof({type}))");
            writer.Continuation(
                $"return {Global.EsmsJsonMetadata}.Create<{type}>(options, {CSharp.JsonType(type)}.Read, {CSharp.JsonType(type)}.Write);"
            );
        }
        writer.Line("return null;");
        writer.Close();
    }
}
