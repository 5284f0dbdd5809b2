using Esms.Toolkit.Contract.Json;
using Esms.Toolkit.Contract.Model;
using Esms.Toolkit.Contract.Problems;

namespace Esms.Toolkit.Contract.Check;

/// <summary>The top level of an endpoint's contract.</summary>
internal static class EndpointChecker
{
    private static readonly string[] Keys =
    [
        "$schema",
        "operation",
        "client",
        "summary",
        "remarks",
        "deprecated",
        "docs",
        "get",
        "post",
        "body",
        "xmlRoot",
        "keysInAddress",
        "repeat",
        "limits",
        "codes",
        "request",
        "response",
        "types",
        "samples",
    ];

    /// <returns>The endpoint, which is only of use when no error was reported, or the problems that prevent it.</returns>
    public static ContractFile Check(JsonNode root, CheckContext context)
    {
        var problems = context.Problems;
        if (ObjectCheck.Open(root, "The contract", problems, Keys) is not { } contract)
            return new ContractFile(null, null, EquatableArray<Problem>.Empty);

        var operation = contract.RequireText("operation", "the name of the operation, which becomes the name of the method");
        if (operation is not null)
            Names.CheckOperation(operation.Value, operation.Word, problems);
        var client = contract.RequireText("client", "the group of calls that the method belongs to, such as \"Messages\"");
        if (client is not null)
            Names.CheckClient(client.Value, client.Word, problems);
        var name = operation?.Value ?? string.Empty;
        var types = TypesChecker.Check(contract, context);
        var request = FieldsChecker.Check(
            contract,
            "request",
            "the parameters of the call, the keys among them",
            name + "Request",
            FieldPlace.Request,
            context
        );
        var response = FieldsChecker.Check(
            contract,
            "response",
            "the members of the answer, the result code among them",
            name + "Response",
            FieldPlace.Response,
            context
        );
        var repeat = MeaningChecker.ReadRepeat(contract, request);
        var endpoint = new EndpointModel(
            name,
            client?.Value ?? string.Empty,
            contract.RequireText("summary", "one sentence that says what the call does")?.Value ?? string.Empty,
            contract.Text("remarks")?.Value,
            contract.Text("deprecated")?.Value,
            ReadDocs(contract),
            TransportChecker.ReadRoute(contract),
            TransportChecker.ReadBody(contract),
            repeat,
            MeaningChecker.ReadLimits(contract),
            MeaningChecker.ReadCodes(contract),
            MeaningChecker.MarkKey(request, repeat),
            response,
            types,
            SamplesChecker.Read(contract)
        );
        ResultChecker.Check(contract, response);
        TransportChecker.CheckFields(contract, endpoint);
        return new ContractFile(endpoint, null, EquatableArray<Problem>.Empty);
    }

    public static string ReadDocs(ObjectCheck contract)
    {
        if (contract.RequireText("docs", "the page of the eSMS documentation that the contract comes from") is not { } docs)
            return string.Empty;
        Address.CheckPage(docs, contract.Problems);
        return docs.Value;
    }
}
