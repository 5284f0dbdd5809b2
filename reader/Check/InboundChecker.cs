using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Problems;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Reader.Check;

/// <summary>The top level of a contract for a call that the service makes.</summary>
internal static class InboundChecker
{
    private static readonly string[] Keys = ["$schema", "inbound", "summary", "remarks", "docs", "request", "signature", "reply", "types", "samples"];

    public static InboundModel Check(JsonNode root, CheckContext context)
    {
        var problems = context.Problems;
        var contract = ObjectReader.Open(root, "The contract", problems, Keys)!;
        var word = contract.RequireText("inbound", "the name of the call, which becomes the name of a class");
        if (word is not null)
            Names.CheckInbound(word.Value, word.Word, problems);
        var name = word?.Value ?? string.Empty;
        var types = TypesChecker.Check(contract, context);
        var parameters = FieldsChecker.Check(contract, "request", "the parameters of the call", name, FieldPlace.Inbound, context);
        CheckTypes(contract, "request", parameters, isReply: false);
        return new InboundModel(
            name,
            contract.RequireText("summary", "one sentence that says when the service calls")?.Value ?? string.Empty,
            contract.Text("remarks")?.Value,
            EndpointChecker.ReadDocs(contract),
            parameters,
            ReadSignature(contract, parameters),
            ReadReply(contract, name, context),
            types,
            ReadSamples(contract, parameters)
        );
    }

    /// <summary>
    /// An address holds texts, and no objects and lists; nor does a reply, which is written, so that it has no JSON to be read either.
    /// </summary>
    private static void CheckTypes(ObjectReader parent, string section, EquatableArray<Field> fields, bool isReply)
    {
        foreach (var member in parent.Members(section, report: false))
        {
            if (fields.FirstOrDefault(field => field.Wire == member.Name)?.Type is not { } type)
                continue;
            // A parameter is a text, and an element is one; nothing else is met there, and nothing else is written.
            if (type.Accepts != Accepts.Nothing && (member.Value as JsonObject)?.Members.FirstOrDefault(static key => key.Name == "type") is { } word)
                parent.Problems.Report(
                    ProblemKinds.NotForThisBody,
                    word.Value.Word,
                    ((JsonText)word.Value).Value,
                    isReply ? "in a reply" : "in the URL",
                    "every value there is a string, so remove what follows the '|'"
                );
            var isSingle = !type.IsList && type.Kind is not (FieldKind.Map or FieldKind.Pairs or FieldKind.Object);
            if (!isSingle || (isReply && type.Kind == FieldKind.Embedded))
            {
                parent.Problems.Report(
                    ProblemKinds.NotForThisBody,
                    member.NameRange,
                    member.Name,
                    isReply ? "in a reply" : "in the URL",
                    isReply ? "only single values can" : "only single values can, and JSON inside a string"
                );
            }
        }
    }

    private static Signature? ReadSignature(ObjectReader contract, EquatableArray<Field> parameters)
    {
        if (
            contract.Find("signature") is not { } member
            || ObjectReader.Open(member.Value, "signature", contract.Problems, ["md5", "in"], member.NameRange) is not { } signature
        )
            return null;
        if (signature.Require("md5", "the parameters that are signed, in their order") is { Value: JsonArray { Items.Count: 0 } none })
            contract.Problems.Report(ProblemKinds.OutOfRange, none.Word, "md5", "[]", "a signature covers at least one parameter");
        var signed = new List<string>();
        foreach (var item in signature.Items("md5"))
        {
            if (item is JsonText text)
                signed.Add(Known(text, parameters, contract.Problems));
            else
                ObjectReader.ReportKind(contract.Problems, item, "md5", "an array of parameters");
        }
        var place = signature.RequireText("in", "the parameter that has the digest");
        return new Signature(new(signed), place is null ? string.Empty : Known(place, parameters, contract.Problems));
    }

    private static string Known(JsonText word, EquatableArray<Field> parameters, ProblemList problems)
    {
        if (parameters.All(field => field.Wire != word.Value))
            problems.Report(
                ProblemKinds.UnknownField,
                word.Word,
                word.Value,
                "\"request\"",
                Suggestion.For(word.Value, parameters.Select(static field => field.Wire))
            );
        return word.Value;
    }

    private static Reply? ReadReply(ObjectReader contract, string name, CheckContext context)
    {
        if (
            contract.Find("reply") is not { } member
            || ObjectReader.Open(member.Value, "reply", contract.Problems, ["xmlRoot", "fields"], member.NameRange) is not { } reply
        )
            return null;
        var root = reply.RequireText("xmlRoot", "the name of the outermost element");
        if (root is not null)
            TransportChecker.CheckXmlName(root, context.Problems);
        var fields = FieldsChecker.Check(reply, "fields", "the elements inside", name + "Reply", FieldPlace.Inbound, context);
        if (reply.Find("fields") is { Value: JsonObject { Members.Count: 0 } none })
            reply.Problems.Report(ProblemKinds.OutOfRange, none.Word, "fields", "{}", "a reply needs at least one element");
        CheckTypes(reply, "fields", fields, isReply: true);
        foreach (var element in reply.Members("fields", report: false).Where(static element => element.Name.Length > 0))
            TransportChecker.CheckXmlName(element.Name, element.NameRange, context.Problems);
        return new Reply(root?.Value ?? string.Empty, fields);
    }

    private static EquatableArray<InboundSample> ReadSamples(ObjectReader contract, EquatableArray<Field> parameters)
    {
        var samples = new List<InboundSample>();
        foreach (var item in contract.Items("samples"))
        {
            if (ObjectReader.Open(item, "A sample", contract.Problems, ["name", "query"]) is not { } sample)
                continue;
            var name = sample.RequireText("name", "a few words that say when the service calls so")?.Value ?? string.Empty;
            if (sample.RequireText("query", "the part of the address behind the question mark") is not { } query)
                continue;
            samples.Add(new InboundSample(name, query.Value));
            foreach (
                var parameter in query
                    .Value.Split('&')
                    .Select(static pair => pair.Split('=')[0])
                    .Where(parameter => parameters.All(field => field.Wire != parameter))
            )
                contract.Problems.Report(
                    ProblemKinds.SampleUnknownMember,
                    query.Word,
                    parameter,
                    "the request",
                    Suggestion.For(parameter, parameters.Select(static field => field.Wire))
                );
        }
        return new(samples);
    }
}
