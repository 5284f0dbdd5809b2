using System.Text.Json;
using System.Xml;
using Esms.Runtime;
using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Cli;

/// <summary>
/// How an operation travels, told by its contract as it is, where a generated client has code for it. Everything else is the runtime's.
/// </summary>
internal sealed class CallEndpoint : EsmsEndpoint<CallRequest, CallResponse>
{
    private readonly Operation _operation;
    private readonly EndpointModel _endpoint;
    private readonly HashSet<int> _success;
    private readonly bool _isLenient;

    /// <param name="isLenient">Whether an answer is taken though it is not what the contract says, as long as it has a code.</param>
    public CallEndpoint(Operation operation, bool isLenient = false)
        : base(
            operation.Name,
            new HttpMethod(operation.Endpoint.Route.Method),
            operation.Endpoint.Route.Origin,
            RepeatOf(operation),
            operation.Endpoint.Limits.CallsPerSecond ?? 0
        )
    {
        _operation = operation;
        _endpoint = operation.Endpoint;
        _success = [.. _endpoint.Response.Where(static field => field.Success is not null).SelectMany(static field => field.Success!.Values)];
        _isLenient = isLenient;
    }

    public override EsmsPace CreatePace() => CallsPerSecond > 0 ? EsmsPace.PerSecond(CallsPerSecond) : base.CreatePace();

    public override string? RequestIdOf(CallRequest request) => request.RequestId;

    public override bool IsSuccess(EsmsResultCode code) => _success.Contains((int)code);

    public override CallResponse Read(ref Utf8JsonReader reader) => new AnswerReader(_operation, IsSuccess, _isLenient).Read(ref reader);

    public override void WriteAddress(ref EsmsParameters address, CallRequest request)
    {
        foreach (var part in _endpoint.Route.Parts)
        {
            if (part.IsField)
                AddSegment(ref address, request, _endpoint.Request.First(field => field.Wire == part.Text));
            else
                address.AddPath(part.Text);
        }
        AddParameters(ref address, request, FieldLocation.Query);
    }

    public override HttpContent? CreateContent(CallRequest request, EsmsCall context) =>
        _endpoint.Body.Kind switch
        {
            BodyKind.None => null,
            BodyKind.Form => EsmsContent.Form(request, context, WriteForm),
            BodyKind.Xml => EsmsContent.Xml(_endpoint.Body.XmlRoot!, request, context, WriteXml),
            BodyKind.JsonAsText => EsmsContent.Json("text/plain; charset=utf-8", request, context, WriteJson),
            _ => EsmsContent.Json("application/json; charset=utf-8", request, context, WriteJson),
        };

    public override string? MessageIdOf(CallResponse response) => _endpoint.MessageId is { } field ? response.TextOf(field.Wire) : null;

    /// <summary>As generated clients write it, so that whoever sends from the outbox can read it: by the names of the properties.</summary>
    public override void WriteRequest(Utf8JsonWriter writer, CallRequest request)
    {
        writer.WriteStartObject();
        foreach (var field in _operation.Parameters)
        {
            if (request.ValueOf(field) is { } value)
                JsonNodeWriter.Write(writer, field.Name, value);
        }
        writer.WriteEndObject();
    }

    public override CallRequest ReadRequest(ref Utf8JsonReader reader)
    {
        using var kept = JsonDocument.ParseValue(ref reader);
        var request = (JsonObject)JsonParser.Parse(kept.RootElement.GetRawText());
        var values = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var field in _endpoint.Request)
        {
            var value = field.Fixed is { } always
                ? JsonParser.Parse(always.Json)
                : request.Members.FirstOrDefault(member => member.Name == field.Name)?.Value;
            if (value is not null && (field.IsProperty || field.Fixed is not null))
                values.Add(field.Wire, value);
        }
        return request.Members.FirstOrDefault(member => _operation.Parameter(member.Name) is null) is { } unknown
            ? throw new JsonException($"The request has a member '{unknown.Name}' that the contract does not know.")
            : new CallRequest(_operation, values);
    }

    private IEnumerable<Field> FieldsIn(FieldLocation location) => _endpoint.Request.Where(parameter => parameter.In == location);

    private static EsmsRepeat RepeatOf(Operation operation) =>
        operation.Endpoint.Repeat.Rule switch
        {
            RepeatRule.Safe => EsmsRepeat.Safe,
            RepeatRule.Keyed => EsmsRepeat.Keyed,
            _ => EsmsRepeat.Never,
        };

    private static void AddSegment(ref EsmsParameters address, CallRequest request, Field field)
    {
        if (field.Role == FieldRole.ApiKey)
            address.AddApiKeySegment();
        else if (field.Role == FieldRole.SecretKey)
            address.AddSecretKeySegment();
        else
            address.AddSegment(field.Name, request.TextOf(field));
    }

    private void WriteForm(ref EsmsParameters form, CallRequest request) => AddParameters(ref form, request, FieldLocation.Body);

    private void AddParameters(ref EsmsParameters parameters, CallRequest request, FieldLocation location)
    {
        foreach (var field in FieldsIn(location))
        {
            var name = Uri.EscapeDataString(field.Wire);
            if (field.Role == FieldRole.ApiKey)
                parameters.AddApiKey(name);
            else if (field.Role == FieldRole.SecretKey)
                parameters.AddSecretKey(name);
            else if (field.IsRepeatKey)
                parameters.AddRequestId(name);
            else
                parameters.Add(name, request.TextOf(field));
        }
    }

    private void WriteJson(Utf8JsonWriter writer, CallRequest request, EsmsCall context)
    {
        writer.WriteStartObject();
        foreach (var field in FieldsIn(FieldLocation.Body))
        {
            if (TextOf(field, context) is { } own)
                writer.WriteString(field.Wire, own);
            else if (request.ValueOf(field) is { } value)
                JsonNodeWriter.Write(writer, field.Wire, value);
        }
        writer.WriteEndObject();
    }

    private void WriteXml(XmlWriter writer, CallRequest request, EsmsCall context)
    {
        foreach (var field in FieldsIn(FieldLocation.Body))
        {
            var under = field.Under ?? string.Empty;
            if (request.ValueOf(field) is JsonArray list)
                EsmsXml.Write(writer, under, field.Wire, list.Items.Cast<JsonText>().Select(static item => item.Value));
            else
                EsmsXml.Write(writer, under, field.Wire, TextOf(field, context) ?? request.TextOf(field));
        }
    }

    /// <summary>The text of a field that the runtime fills; null for the others.</summary>
    private static string? TextOf(Field field, EsmsCall context) =>
        field.Role switch
        {
            FieldRole.ApiKey => context.ApiKey,
            FieldRole.SecretKey => context.SecretKey,
            _ => field.IsRepeatKey ? context.RequestId : null,
        };
}
