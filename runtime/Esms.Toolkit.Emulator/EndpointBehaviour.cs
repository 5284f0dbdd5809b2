using System.Globalization;
using System.Text.Json.Nodes;
using Esms.Toolkit.Contract.Model;

namespace Esms.Emulator;

/// <summary>How one endpoint answers, told from its contract alone.</summary>
internal sealed class EndpointBehaviour(EndpointModel endpoint, EsmsEmulatorOptions options)
{
    private readonly ResponseField _result = endpoint.Response.First(static field => field.Role == ResponseRole.Result);

    public bool Matches(string method, string? path) => method == endpoint.Route.Method && path == endpoint.Route.Path;

    /// <param name="values">The parameters of the request.</param>
    /// <returns>The answer, as JSON.</returns>
    public string Answer(IReadOnlyDictionary<string, string> values)
    {
        if (!HasKeys(values))
            return Refuse(EsmsResultCode.WrongCredentials, values);
        var sample = endpoint.Samples.FirstOrDefault(sample => IsAccepted(sample) && sample.Request.All(asked => ValueOf(values, asked.Wire) == asked.Value));
        return sample?.Response ?? Refuse(EsmsResultCode.NotFound, values);
    }

    private static string ValueOf(IReadOnlyDictionary<string, string> values, string name) => values.GetValueOrDefault(name, string.Empty);

    private bool HasKeys(IReadOnlyDictionary<string, string> values) => endpoint.Request.All(field => field.Credential switch
    {
        Credential.ApiKey => ValueOf(values, field.Wire) == options.ApiKey,
        Credential.SecretKey => ValueOf(values, field.Wire) == options.SecretKey,
        _ => true,
    });

    private bool IsAccepted(Sample sample) =>
        int.TryParse(JsonNode.Parse(sample.Response)?[_result.Wire]?.ToString(), CultureInfo.InvariantCulture, out var code) && _result.Success!.Values.Contains(code);

    /// <summary>A refusal in the shape of the published one: with another code, and with the caller's values where the sample repeats its own.</summary>
    private string Refuse(EsmsResultCode code, IReadOnlyDictionary<string, string> values)
    {
        var sample = endpoint.Samples.FirstOrDefault(sample => !IsAccepted(sample));
        var answer = sample is null ? [] : JsonNode.Parse(sample.Response)!.AsObject();
        foreach (var asked in sample?.Request ?? default)
        {
            foreach (var name in answer.Where(member => member.Value?.ToString() == asked.Value).Select(static member => member.Key).ToList())
                answer[name] = ValueOf(values, asked.Wire);
        }
        answer[_result.Wire] = _result.Success!.AreTexts ? ((int)code).ToString(CultureInfo.InvariantCulture) : (int)code;
        return answer.ToJsonString();
    }
}
