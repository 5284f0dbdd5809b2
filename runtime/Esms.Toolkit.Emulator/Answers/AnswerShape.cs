using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Esms.Toolkit.Reader.Model;

namespace Esms.Emulator;

/// <summary>Answers in the shape of the published ones: their members, in their order, with their JSON types.</summary>
internal static class AnswerShape
{
    /// <summary>The first published answer of an accepted call.</summary>
    public static JsonObject Accepted(EndpointModel endpoint) =>
        PublishedSample.Of(endpoint.Samples.First(endpoint.IsAccepted)).Response.DeepClone().AsObject();

    /// <summary>The first object of a list in it, to be filled for each item.</summary>
    public static JsonObject ItemOf(JsonObject answer, string list) => answer[list]!.AsArray()[0]!.DeepClone().AsObject();

    /// <summary>Writes a value in the JSON type that the sample has; a member that it does not have is left out.</summary>
    public static JsonObject Set(this JsonObject answer, string wire, object? value)
    {
        if (answer.ContainsKey(wire))
            answer[wire] = Write(
                value,
                answer[wire]?.GetValueKind() == JsonValueKind.Number,
                answer[wire]?.GetValueKind() is JsonValueKind.True or JsonValueKind.False
            );
        return answer;
    }

    /// <summary>The same members with one more, in front of another.</summary>
    public static JsonObject With(this JsonObject answer, string name, JsonNode value, string before)
    {
        var longer = new JsonObject();
        foreach (var (wire, member) in answer)
        {
            if (wire == before)
                longer[name] = value;
            longer[wire] = member?.DeepClone();
        }
        return longer;
    }

    /// <summary>The answer of a sample, with the caller's values where it repeats its own.</summary>
    public static JsonObject Fill(Sample sample, IReadOnlyDictionary<string, JsonNode?> values)
    {
        var published = PublishedSample.Of(sample);
        var answer = published.Response.DeepClone().AsObject();
        foreach (var (asked, value) in published.Asked)
        {
            foreach (var name in answer.Where(member => JsonNode.DeepEquals(member.Value, value)).Select(static member => member.Key).ToList())
                answer[name] = values.GetValueOrDefault(asked)?.DeepClone();
        }
        return answer;
    }

    /// <summary>
    /// A refusal as published; where none has the code, in the shape of another of the contract, without its words. It has the caller's values
    /// where the sample repeats its own.
    /// </summary>
    public static JsonObject Refuse(EndpointModel endpoint, Reply reply, IReadOnlyDictionary<string, JsonNode?> values)
    {
        var codeField = endpoint.Response.Last(static field => field.Success is { Place: not ResultPlace.Accepted });
        var refusals = endpoint.Samples.Where(sample => !endpoint.IsAccepted(sample)).ToList();
        var published = refusals.Find(sample => EndpointModelExtensions.CodeIn(PublishedSample.Of(sample).Response, codeField) == (int)reply.Code);
        var shape = published ?? refusals.FirstOrDefault();
        var answer = shape is null ? [] : Fill(shape, values);
        if (published is null)
        {
            foreach (var words in endpoint.Response.Where(static field => field.Role is FieldRole.Message or FieldRole.Refusal))
                answer.Remove(words.Wire);
        }
        answer[codeField.Wire] = Write((int)reply.Code, !codeField.Success!.AreTexts, false);
        AddExtra(answer, endpoint, reply.Extra);
        return answer;
    }

    /// <summary>What the service says to a request that it cannot read.</summary>
    public static JsonObject Unreadable(EndpointModel endpoint, IReadOnlyDictionary<string, JsonNode?> values, string why)
    {
        if (endpoint.Response.FirstOrDefault(static field => field.Role == FieldRole.Refusal) is { } refusal)
            return new JsonObject { [refusal.Wire] = "Invalid request" };
        return Refuse(endpoint, Reply.Refused(EsmsResultCode.PhoneBlocked, why), values);
    }

    /// <summary>The id of a message in a published refusal is that of another message.</summary>
    private static void AddExtra(JsonObject answer, EndpointModel endpoint, IReadOnlyDictionary<string, object?> extra)
    {
        foreach (var field in endpoint.Response)
        {
            if (extra.TryGetValue(field.Role == FieldRole.Message ? "ServiceMessage" : field.Name, out var value))
                answer[field.Wire] = Write(value, field.Type.Kind != FieldKind.Text && !field.AsText, false);
            else if (field.Name == "SmsId" && endpoint.IsSend())
                answer.Remove(field.Wire);
        }
    }

    private static JsonValue? Write(object? value, bool asNumber, bool asBoolean) =>
        value switch
        {
            null => null,
            bool flag when asBoolean => JsonValue.Create(flag),
            bool flag => asNumber ? JsonValue.Create(flag ? 1 : 0) : JsonValue.Create(flag ? "1" : "0"),
            decimal number when asNumber => JsonValue.Create(number),
            int number when asNumber => JsonValue.Create(number),
            long number when asNumber => JsonValue.Create(number),
            _ => JsonValue.Create(Convert.ToString(value, CultureInfo.InvariantCulture)),
        };
}
