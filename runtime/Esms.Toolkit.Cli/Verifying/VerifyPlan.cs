using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Cli;

/// <summary>
/// What can be asked of a live service without doing anything: reads, and trials where they are wanted, with the published parameters.
/// </summary>
internal static class VerifyPlan
{
    /// <param name="withTrials">Whether calls that do something are made as trials, where the contract has such.</param>
    /// <returns>Null for an operation that must not be called, or cannot.</returns>
    public static CallRequest? RequestFor(Operation operation, bool withTrials)
    {
        if (!operation.IsHarmless && !(withTrials && operation.Endpoint.Request.Any(static field => field.Sandbox)))
            return null;
        var sample = operation.Endpoint.Samples.FirstOrDefault(static sample => sample.Request is not null);
        if (sample is null && operation.Parameters.Any(static field => field.IsRequiredFromCaller))
            return null;
        var body = sample is null ? null : WithoutId(Given.Json("sample", sample.Request!), operation);
        return RequestReader.Read(operation, new Dictionary<Field, Given>(), body, isTrial: operation.IsHarmless ? null : true);
    }

    /// <summary>The published id would be refused as a repeat; a new one is made.</summary>
    private static Given WithoutId(Given sample, Operation operation)
    {
        var key = operation.Endpoint.Request.FirstOrDefault(static field => field.IsRepeatKey)?.Wire;
        return sample with { Node = new JsonObject(sample.Node.Range, [.. ((JsonObject)sample.Node).Members.Where(member => member.Name != key)]) };
    }
}
