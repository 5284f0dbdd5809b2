using Esms.Toolkit.Reader.Model;

namespace Esms.Toolkit.Emit;

/// <summary>The file of a call that the service makes: its parameters as a class, its signature, and the reply to it.</summary>
internal static class InboundFile
{
    private const string UnreadableOnes = "An optional parameter that cannot be read is null; its text is in UnknownMembers.";

    public static GeneratedFile Write(InboundModel inbound, GeneratorSettings settings)
    {
        var writer = GeneratedFile.Begin($"the contract of {inbound.Name}", settings);
        EmitClass(writer, inbound);
        if (inbound.Reply is { } reply)
            EmitReply(writer, inbound, reply);
        TypesEmitter.EmitClasses(writer, inbound.Types);
        TypesEmitter.EmitJson(writer, inbound.Types);
        return new GeneratedFile($"Inbound.{inbound.Name}.g.cs", writer.ToString());
    }

    private static void EmitClass(SourceWriter writer, InboundModel inbound)
    {
        writer.Line();
        writer.Summary(inbound.Summary);
        if (inbound.Remarks is { } remarks)
            writer.Remarks(remarks);
        writer.SeeAlso(inbound.Docs);
        writer.Line($"public sealed class {inbound.Name} : {Global.EsmsObject}");
        writer.Open();
        if (inbound.Signature is not null)
        {
            writer.Line("private string _signed = string.Empty;");
            writer.Line("private string? _signature;");
            writer.Line();
        }
        PropertyEmitter.Emit(writer, inbound.Parameters, isAnswer: true);
        EmitParse(writer, inbound);
        if (inbound.Signature is { } signature)
            EmitSignature(writer, signature);
        writer.Close();
    }

    private static void EmitParse(SourceWriter writer, InboundModel inbound)
    {
        writer.Line();
        writer.Summary($"Reads the call from its URL. {UnreadableOnes}");
        writer.Parameter("query", "The raw query string; a leading '?' is ignored.");
        writer.Returns("The call.");
        writer.Throws(Global.EsmsProtocolException, "A required parameter is missing or does not match the contract.");
        writer.Line($"public static {inbound.Name} Parse(string query) => Parse({Global.EsmsInbound}.Decode(query));");
        writer.Line();
        writer.Summary($"Reads the call from decoded parameters, as a web framework provides them. {UnreadableOnes}");
        writer.Parameter("parameters", "The parameters.");
        writer.Returns("The call.");
        writer.Throws(Global.EsmsProtocolException, "A required parameter is missing or does not match the contract.");
        writer.Line($"public static {inbound.Name} Parse({Global.IEnumerable}<{Global.KeyValuePair}<string, string>> parameters)");
        writer.Open();
        writer.Line($"{Global.EsmsInbound} call = new {Global.EsmsInbound}({Literals.Quote(inbound.Name)}, parameters);");
        writer.Line($"return new {inbound.Name}");
        writer.Open();
        foreach (var field in inbound.Parameters)
            writer.Line($"{field.Name} = {ReadExpression(field)},");
        if (inbound.Signature is { } signature)
        {
            writer.Line($"_signed = call.Join({Signed(signature)}),");
            writer.Line($"_signature = call.ReadString({Literals.Quote(signature.In)}),");
        }
        writer.Line($"UnknownMembers = call.Unknown({string.Join(", ", inbound.Parameters.Select(static field => Literals.Quote(field.Wire)))}),");
        writer.Close(";");
        writer.Close();
    }

    private static string ReadExpression(Field field)
    {
        var name = Literals.Quote(field.Wire);
        var read = field.Type.Kind switch
        {
            FieldKind.Text => $"call.ReadString({name})",
            FieldKind.Int32 => $"call.ReadInt32({name})",
            FieldKind.Int64 => $"call.ReadInt64({name})",
            FieldKind.Decimal or FieldKind.Money => $"call.ReadDecimal({name})",
            FieldKind.Boolean or FieldKind.Flag => $"call.ReadFlag({name})",
            FieldKind.Date => $"call.ReadDate({name}, {CSharp.DateFormat(field.Type)})",
            FieldKind.Duration => $"call.ReadDuration({name}, {CSharp.Unit(field.Type)})",
            FieldKind.Embedded => $"call.ReadEmbedded({name}, {CSharp.JsonType(field.Type.Name!)}.Read)",
            _ => $"({field.Type.Name}?)call.ReadInt32({name})",
        };
        return field.Required ? $"{read} ?? throw call.Missing({name})" : read;
    }

    private static string Signed(Signature signature) => string.Join(", ", signature.Signed.Select(Literals.Quote));

    private static void EmitSignature(SourceWriter writer, Signature signature)
    {
        writer.Line();
        writer.Summary("The signed parameters, in order. All others can be changed by anyone who has seen a signed call.");
        writer.Line($"public static {Global.IReadOnlyList}<string> SignedParameters {{ get; }} = new[] {{ {Signed(signature)} }};");
        writer.Line();
        writer.Summary("Returns whether the call was signed with the private key. The comparison takes constant time.");
        writer.Parameter("privateKey", "The key that eSMS issued for these calls.");
        writer.Returns("True when the signature is valid; false when it is wrong or missing.");
        writer.Line($"public bool HasValidSignature(string privateKey) => {Global.EsmsInbound}.IsSigned(_signed, privateKey, _signature);");
    }

    private static void EmitReply(SourceWriter writer, InboundModel inbound, Reply reply)
    {
        writer.Line();
        writer.Summary($"The reply to {inbound.Name}.");
        writer.SeeAlso(inbound.Docs);
        writer.Line($"public sealed class {CSharp.ReplyType(inbound.Name)}");
        writer.Open();
        PropertyEmitter.Emit(writer, reply.Fields, isAnswer: false);
        writer.Line();
        writer.Summary("Writes the reply as the service expects it.");
        writer.Returns("The XML.");
        writer.Throws(Global.ArgumentException, "A value is missing or has a character that is not allowed in XML.");
        writer.Line("public string ToXml()");
        writer.Open();
        foreach (var field in reply.Fields.Where(static field => field.Required && field.Type.Kind == FieldKind.Text))
            writer.Line($"{Global.EsmsGuard}.Text({field.Name}, nameof({field.Name}), isRequired: true);");
        foreach (
            var range in reply.Fields.Select(static field => GuardEmitter.RangeStatement(field, field.Name, $"nameof({field.Name})")).OfType<string>()
        )
            writer.Line(range);
        writer.Line($"return {Global.EsmsXml}.Document({Literals.Quote(reply.XmlRoot)},");
        writer.Continuation(
            string.Join(", ", reply.Fields.Select(static field => $"({Literals.Quote(field.Wire)}, {TextCode.Expression(field, field.Name)})")) + ");"
        );
        writer.Close();
        writer.Close();
    }
}
