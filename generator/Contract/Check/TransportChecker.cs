using System.Text.RegularExpressions;
using Esms.Toolkit.Contract.Json;
using Esms.Toolkit.Contract.Model;
using Esms.Toolkit.Contract.Problems;

namespace Esms.Toolkit.Contract.Check;

/// <summary>Where a request goes, and how its fields travel.</summary>
internal static class TransportChecker
{
    private static readonly Words<BodyKind> BodyWords = new(
        ("json", BodyKind.Json), ("text", BodyKind.JsonAsText), ("form", BodyKind.Form), ("xml", BodyKind.Xml));

    private static readonly Regex Placeholder = new(@"\{([^{}/]*)\}", RegexOptions.CultureInvariant);

    public static Route ReadRoute(ObjectCheck contract)
    {
        if (contract.Find("post") is not null)
            contract.Forbid("post", "a call has one method", "get");
        var method = contract.Find("post") is null ? "get" : "post";
        var address = contract.RequireText(method, "the address of the call, host included; \"post\" in its place for a POST");
        var (origin, path) = address is null ? (string.Empty, string.Empty) : Address.ReadEndpoint(address, contract.Problems);
        return new Route(method == "get" ? "GET" : "POST", origin, path);
    }

    public static RequestBody ReadBody(ObjectCheck contract)
    {
        if (contract.Find("post") is null)
        {
            contract.Forbid("get", "the parameters of a GET travel in its address", "body", "xmlRoot");
            return new RequestBody(BodyKind.Query);
        }
        var kind = contract.Text("body") is { } word ? BodyWords.Read("body", word, contract.Problems) ?? BodyKind.Json : BodyKind.Json;
        if (kind == BodyKind.Xml)
            return new RequestBody(kind, contract.RequireText("xmlRoot", "the name of the outermost element, such as \"RQST\"")?.Value);
        if (contract.Find("xmlRoot") is { } root)
            contract.Problems.Report(ProblemKinds.Contradiction, root.NameRange, "xmlRoot", "body", "only a body of \"xml\" has a root element");
        return new RequestBody(kind);
    }

    /// <summary>The names of the fields that stand in the address, in braces.</summary>
    public static IEnumerable<string> PathFields(Route route) => Placeholder.Matches(route.Path).Cast<Match>().Select(static match => match.Groups[1].Value);

    /// <summary>Compares the address, the body and the fields with each other.</summary>
    public static void CheckFields(ObjectCheck contract, EndpointModel endpoint)
    {
        var address = contract.Find("get") ?? contract.Find("post");
        var inPath = PathFields(endpoint.Route).ToList();
        foreach (var name in inPath.Where(name => endpoint.Request.All(field => field.Wire != name)))
            Report(contract, address!.Value.Word, ProblemKinds.UnknownField, name, "\"request\"", Suggestion.For(name, endpoint.Request.Select(static field => field.Wire)));
        foreach (var member in contract.Members("request", report: false))
        {
            if (endpoint.Request.FirstOrDefault(field => field.Wire == member.Name) is { } field)
                CheckField(contract, endpoint, field, member, inPath.Contains(field.Wire));
        }
    }

    private static void CheckField(ObjectCheck contract, EndpointModel endpoint, Field field, JsonMember member, bool isInPath)
    {
        var isInAddress = isInPath || endpoint.Body.Kind == BodyKind.Query;
        if (isInAddress && field.Role is FieldRole.ApiKey or FieldRole.SecretKey && isInAddress && !contract.Flag("keysInAddress"))
            Report(contract, member.NameRange, ProblemKinds.KeysInAddress, field.Wire);
        var isText = isInAddress || endpoint.Body.Kind is BodyKind.Form or BodyKind.Xml;
        if (isText && field.Type.Kind is FieldKind.Map or FieldKind.Pairs or FieldKind.Object or FieldKind.Embedded && isText)
            Report(contract, member.NameRange, ProblemKinds.NotForThisBody, field.Wire, Describe(endpoint.Body, isInAddress), "only a JSON body holds objects");
        if (field.Type.IsList && (isInAddress || endpoint.Body.Kind == BodyKind.Form))
            Report(contract, member.NameRange, ProblemKinds.NotForThisBody, field.Wire, Describe(endpoint.Body, isInAddress), "there is no published way to send a list so");
        if (isInPath && !field.Required && field.Role == FieldRole.Data)
            Report(contract, member.NameRange, ProblemKinds.NotForThisBody, field.Wire, "in the path", "a part of the path cannot be left out, so it must be \"required\"");
        if (field.Under is not null && endpoint.Body.Kind != BodyKind.Xml)
            Report(contract, member.NameRange, ProblemKinds.Contradiction, "under", "body", "only XML has elements around a field");
    }

    private static string Describe(RequestBody body, bool isInAddress) => isInAddress ? "in the address" : body.Kind == BodyKind.Form ? "in a form" : "in XML";

    private static void Report(ObjectCheck contract, TextRange range, ProblemKind kind, params string[] arguments) =>
        contract.Problems.Report(kind, range, arguments);
}
