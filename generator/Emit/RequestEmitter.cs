using Esms.Toolkit.Contract.Model;

namespace Esms.Toolkit.Emit;

/// <summary>The class of what a caller gives.</summary>
internal static class RequestEmitter
{
    public static void Emit(SourceWriter writer, EndpointModel endpoint)
    {
        writer.Line();
        writer.Summary($"The parameters of {endpoint.Operation}.");
        writer.SeeAlso(endpoint.Docs);
        writer.Line($"public sealed class {CSharp.RequestType(endpoint.Operation)}");
        writer.Open();
        foreach (var (field, i) in endpoint.Request.Where(static field => field.IsGivenByCaller).Select(static (field, i) => (field, i)))
        {
            if (i > 0)
                writer.Line();
            EmitProperty(writer, field);
        }
        writer.Close();
    }

    private static void EmitProperty(SourceWriter writer, RequestField field)
    {
        writer.Summary(CSharp.Describe(field.Summary, field.Type));
        writer.Line(field.Required
            ? $"public required {CSharp.TypeOf(field.Type)} {field.Name} {{ get; init; }}"
            : $"public {CSharp.TypeOf(field.Type)}? {field.Name} {{ get; init; }}");
    }
}
