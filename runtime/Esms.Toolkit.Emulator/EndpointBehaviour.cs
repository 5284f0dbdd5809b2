using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Esms.Toolkit.Contract.Model;

namespace Esms.Emulator;

/// <summary>How one endpoint answers, told from its contract alone.</summary>
/// <param name="issued">What all endpoints have issued: a send adds to it, look-ups know it.</param>
internal sealed class EndpointBehaviour(EndpointModel endpoint, EsmsEmulatorOptions options, IssuedIds issued)
{
    private readonly Field _refusalCode = endpoint.Response.Last(static field => field.Success is { Place: not ResultPlace.Accepted });
    private readonly Regex _path = new($"^{Regex.Replace(Regex.Escape(endpoint.Route.Path), @"\\\{([^}]+)}", "(?<$1>[^/]+)")}$", RegexOptions.CultureInvariant);
    private readonly ConcurrentQueue<Sample> _next = new();

    public EndpointModel Endpoint { get; } = endpoint;

    /// <returns>The values in the path; null when the request is for another endpoint.</returns>
    public IReadOnlyDictionary<string, string>? Match(string method, string? path)
    {
        if (method != Endpoint.Route.Method || path is null || _path.Match(path) is not { Success: true } match)
            return null;
        return match.Groups.Values.Where(static group => !char.IsDigit(group.Name[0])).ToDictionary(static group => group.Name, static group => group.Value);
    }

    /// <summary>The next call with right keys gets this sample.</summary>
    /// <returns>False when there is no sample with this name.</returns>
    public bool AnswerNext(string sample)
    {
        if (Endpoint.Samples.FirstOrDefault(candidate => candidate.Name == sample) is not { } found)
            return false;
        _next.Enqueue(found);
        return true;
    }

    /// <summary>How well a request fits, for endpoints that have one address.</summary>
    /// <param name="values">The values of the request, by their wire names.</param>
    public Fit FitOf(IReadOnlyDictionary<string, JsonNode?> values)
    {
        if (!IsMeantBy(values))
            return Fit.OtherEndpoint;
        if (!_next.IsEmpty)
            return Fit.Told;
        if (SampleFor(values) is not { } sample)
            return Fit.OtherValues;
        return sample.Request is not null && IsAskedBy(sample, values) ? Fit.Sample : Fit.AnySample;
    }

    /// <param name="values">The values of the request, by their wire names.</param>
    /// <returns>The answer, as JSON.</returns>
    public string Answer(IReadOnlyDictionary<string, JsonNode?> values)
    {
        if (!HasKeys(values))
            return Refuse(EsmsResultCode.WrongCredentials, values);
        if (_next.TryDequeue(out var told))
            return told.Response;
        if (SampleFor(values) is not { } sample)
            return Refuse(EsmsResultCode.NotFound, values);
        var answer = Fill(sample, values);
        foreach (var field in Endpoint.Response.Where(static field => field.Name == "SmsId"))
            issued.Add(answer[field.Wire]);
        return answer.ToJsonString();
    }

    /// <summary>Whether the request has all that the endpoint demands, and the values that never change.</summary>
    private bool IsMeantBy(IReadOnlyDictionary<string, JsonNode?> values) => Endpoint.Request.All(field => field.Fixed is { } json
        ? IsSame(JsonNode.Parse(json), values.GetValueOrDefault(field.Wire))
        : !field.IsDemanded || values.ContainsKey(field.Wire));

    /// <summary>
    /// The first sample of an accepted call that asks for the same. Where there is none, a look-up takes an id that was issued for that of a
    /// sample, and a send that has all it needs is accepted whatever it sends.
    /// </summary>
    private Sample? SampleFor(IReadOnlyDictionary<string, JsonNode?> values)
    {
        var accepted = Endpoint.Samples.Where(IsAccepted).ToList();
        return accepted.Find(sample => IsAskedBy(sample, values))
            ?? accepted.Find(sample => Endpoint.Repeat.Rule == RepeatRule.Safe ? IsAskedBy(sample, values, issued) : IsMeantBy(values));
    }

    /// <param name="known">Ids that do instead of those that the sample asks for.</param>
    private bool IsAskedBy(Sample sample, IReadOnlyDictionary<string, JsonNode?> values, IssuedIds? known = null) => Asked(sample)
        .Select(asked => (Asked: asked.Value, Given: values.GetValueOrDefault(asked.Key)))
        .All(pair => IsSame(pair.Asked, pair.Given) || known?.Has(pair.Given) == true);

    private static JsonObject Asked(Sample sample) => sample.Request is { } request ? JsonNode.Parse(request)!.AsObject() : [];

    /// <summary>In an address, a form or XML every value is a text, whatever the sample says.</summary>
    private bool IsSame(JsonNode? asked, JsonNode? given) => Endpoint.Body.Kind is BodyKind.Json or BodyKind.JsonAsText
        ? JsonNode.DeepEquals(asked, given)
        : string.Join(',', TextsOf(asked)) == string.Join(',', TextsOf(given));

    private static IEnumerable<string?> TextsOf(JsonNode? node) => node is JsonArray list ? list.Select(static item => item?.ToString()) : [node?.ToString()];

    private bool HasKeys(IReadOnlyDictionary<string, JsonNode?> values) => Endpoint.Request.All(field => field.Role switch
    {
        FieldRole.ApiKey => values.GetValueOrDefault(field.Wire)?.ToString() == options.ApiKey,
        FieldRole.SecretKey => values.GetValueOrDefault(field.Wire)?.ToString() == options.SecretKey,
        _ => true,
    });

    private bool IsAccepted(Sample sample) => Endpoint.Response.Any(field => field.Success is { } success && CodeIn(sample, field) is { } code && success.Values.Contains(code));

    private static int? CodeIn(Sample sample, Field field) =>
        int.TryParse(JsonNode.Parse(sample.Response)![field.Wire]?.ToString(), CultureInfo.InvariantCulture, out var code) ? code : null;

    /// <summary>
    /// A refusal as published; where none has the code, in the shape of another with this code, without its words. It has the caller's values
    /// where the sample repeats its own.
    /// </summary>
    private string Refuse(EsmsResultCode code, IReadOnlyDictionary<string, JsonNode?> values)
    {
        var refusals = Endpoint.Samples.Where(sample => !IsAccepted(sample)).ToList();
        var published = refusals.Find(sample => CodeIn(sample, _refusalCode) == (int)code);
        var shape = published ?? refusals.FirstOrDefault();
        var answer = shape is null ? [] : Fill(shape, values);
        if (published is null)
        {
            foreach (var words in Endpoint.Response.Where(static field => field.Role is FieldRole.Message or FieldRole.Refusal))
                answer.Remove(words.Wire);
        }
        answer[_refusalCode.Wire] = _refusalCode.Success!.AreTexts ? ((int)code).ToString(CultureInfo.InvariantCulture) : (int)code;
        return answer.ToJsonString();
    }

    /// <summary>The answer of a sample, with the caller's values where it repeats its own.</summary>
    private static JsonObject Fill(Sample sample, IReadOnlyDictionary<string, JsonNode?> values)
    {
        var answer = JsonNode.Parse(sample.Response)!.AsObject();
        foreach (var (asked, value) in Asked(sample))
        {
            foreach (var name in answer.Where(member => JsonNode.DeepEquals(member.Value, value)).Select(static member => member.Key).ToList())
                answer[name] = values.GetValueOrDefault(asked)?.DeepClone();
        }
        return answer;
    }
}
