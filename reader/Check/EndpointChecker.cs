using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Reader.Check;

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

    public static EndpointModel? Check(JsonNode root, CheckContext context)
    {
        var problems = context.Problems;
        if (ObjectReader.Open(root, "The contract", problems, Keys) is not { } contract)
            return null;

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
            "the parameters of the call, including the keys",
            name + "Request",
            FieldPlace.Request,
            context
        );
        var response = FieldsChecker.Check(
            contract,
            "response",
            "the members of the response, including the result code",
            name + "Response",
            FieldPlace.Response,
            context
        );
        var route = TransportChecker.ReadRoute(contract);
        var body = TransportChecker.ReadBody(contract);
        var repeat = BehaviorChecker.ReadRepeat(contract, request);
        var endpoint = new EndpointModel(
            name,
            client?.Value ?? string.Empty,
            contract.RequireText("summary", "one sentence that says what the call does")?.Value ?? string.Empty,
            contract.Text("remarks")?.Value,
            contract.Text("deprecated")?.Value,
            ReadDocs(contract),
            route,
            body,
            repeat,
            BehaviorChecker.ReadLimits(contract),
            BehaviorChecker.ReadCodes(contract),
            TransportChecker.Place(BehaviorChecker.MarkKey(request, repeat), route, body),
            response,
            types,
            SamplesReader.Read(contract)
        );
        ResultChecker.Check(contract, response);
        TransportChecker.CheckFields(contract, endpoint);
        return endpoint;
    }

    public static string ReadDocs(ObjectReader contract)
    {
        if (contract.RequireText("docs", "the page of the eSMS documentation that the contract comes from") is not { } docs)
            return string.Empty;
        Address.CheckPage(docs, contract.Problems);
        return docs.Value;
    }
}
