using Esms.Toolkit.Contract.Json;
using Esms.Toolkit.Contract.Model;
using Esms.Toolkit.Contract.Problems;

namespace Esms.Toolkit.Contract.Check;

/// <summary>The top level of a contract.</summary>
internal static class EndpointChecker
{
    private static readonly string[] Keys =
        ["$schema", "operation", "client", "summary", "remarks", "docs", "get", "repeat", "limits", "request", "response", "types", "samples"];

    private static readonly Words<RepeatRule> RepeatWords = new(("safe", RepeatRule.Safe), ("never", RepeatRule.Never));

    /// <returns>The endpoint, which is only of use when no problem was reported, and the C# names it declares.</returns>
    public static (EndpointModel? Endpoint, EquatableArray<DeclaredName> Names) Check(JsonNode root, ProblemList problems)
    {
        if (ObjectCheck.Open(root, "The contract", problems, Keys) is not { } contract)
            return (null, EquatableArray<DeclaredName>.Empty);

        var operation = contract.RequireText("operation", "the name of the operation, as the service spells it");
        if (operation is not null)
            Names.CheckOperation(operation.Value, operation.Word, problems);
        var client = contract.RequireText("client", "the group of calls that the method belongs to, such as \"Messages\"");
        if (client is not null)
            Names.CheckClient(client.Value, client.Word, problems);
        var enums = TypesChecker.Check(contract, out var typeNames);
        var types = new FieldTypes(typeNames.Select(static type => type.Name), operation?.Value ?? string.Empty);
        var request = RequestChecker.Check(contract, types);
        var response = ResponseChecker.Check(contract, types);
        var endpoint = new EndpointModel(
            operation?.Value ?? string.Empty,
            client?.Value ?? string.Empty,
            contract.RequireText("summary", "one sentence that says what the call does")?.Value ?? string.Empty,
            contract.Text("remarks")?.Value,
            ReadDocs(contract),
            ReadRoute(contract),
            ReadRepeat(contract),
            ReadLimits(contract),
            request,
            response,
            enums,
            SampleChecker.Check(contract, request, response));
        return (endpoint, DeclaredNames(operation, typeNames, problems));
    }

    private static string ReadDocs(ObjectCheck contract)
    {
        if (contract.RequireText("docs", "the page of the eSMS documentation that the contract comes from") is not { } docs)
            return string.Empty;
        Address.Read(docs, contract.Problems);
        return docs.Value;
    }

    private static Route ReadRoute(ObjectCheck contract)
    {
        var address = contract.RequireText("get", "the address of the call, host included");
        var (origin, path) = address is null ? (string.Empty, string.Empty) : Address.ReadEndpoint(address, contract.Problems);
        return new Route("GET", origin, path);
    }

    private static RepeatRule ReadRepeat(ObjectCheck contract)
    {
        var word = contract.RequireText("repeat", "\"safe\" when the call only reads, \"never\" when a repeat could send or bill twice");
        return (word is null ? null : RepeatWords.Read("repeat", word, contract.Problems)) ?? RepeatRule.Never;
    }

    private static Limits ReadLimits(ObjectCheck contract)
    {
        var limits = contract.Find("limits") is { } member
            ? ObjectCheck.Open(member.Value, "limits", contract.Problems, ["daysKept"], member.NameRange)
            : null;
        return new Limits(limits?.Count("daysKept"));
    }

    private static EquatableArray<DeclaredName> DeclaredNames(JsonText? operation, IEnumerable<DeclaredName> types, ProblemList problems)
    {
        var own = operation is null ? [] : new[] { new DeclaredName(operation.Value, problems.PlaceOf(operation.Word)) };
        return new(own.Concat(types));
    }
}
