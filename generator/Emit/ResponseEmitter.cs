using Esms.Toolkit.Contract.Model;

namespace Esms.Toolkit.Emit;

/// <summary>The class of what the service answers.</summary>
internal static class ResponseEmitter
{
    public static void Emit(SourceWriter writer, EndpointModel endpoint)
    {
        writer.Line();
        writer.Summary($"The answer of {endpoint.Operation}.");
        writer.SeeAlso(endpoint.Docs);
        writer.Line($"public sealed class {CSharp.ResponseType(endpoint.Operation)} : EsmsResponse");
        writer.Open();
        foreach (var (field, i) in endpoint.Response.Where(static field => field.Role == ResponseRole.Data).Select(static (field, i) => (field, i)))
        {
            if (i > 0)
                writer.Line();
            EmitProperty(writer, field);
        }
        writer.Close();
    }

    private static void EmitProperty(SourceWriter writer, ResponseField field)
    {
        var absent = field.Required ? string.Empty : " Null when the service does not say.";
        writer.Summary(CSharp.Describe(field.Summary, field.Type) + absent);
        writer.Line(field.Required
            ? $"public required {CSharp.TypeOf(field.Type)} {field.Name} {{ get; init; }}"
            : $"public {CSharp.TypeOf(field.Type)}? {field.Name} {{ get; init; }}");
    }
}
