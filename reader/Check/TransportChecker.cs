using System.Text.RegularExpressions;
using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Problems;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Reader.Check;

/// <summary>Where a request goes, and how its fields travel.</summary>
internal static class TransportChecker
{
    private static readonly Keywords<BodyKind> BodyWords = new(
        ("json", BodyKind.Json),
        ("text", BodyKind.JsonAsText),
        ("form", BodyKind.Form),
        ("xml", BodyKind.Xml)
    );

    private const string NameReason = "the name of an element has letters, digits, '_', '-' and '.', and begins with a letter or '_'";
    private const string SlashReason = "the name of an element has no '/'; put the elements around a field under \"under\"";

    private static readonly Regex XmlName = new(@"\A[A-Za-z_][A-Za-z0-9_.-]*\z", RegexOptions.CultureInvariant);

    public static Route ReadRoute(ObjectReader contract)
    {
        if (contract.Find("post") is not null)
            contract.Forbid("post", "a call has only one method", "get");
        var method = contract.Find("post") is null ? "get" : "post";
        var address = contract.RequireText(method, "the URL of the call, including the host; use \"post\" for a POST");
        var (origin, parts) = address is null ? (string.Empty, EquatableArray<RoutePart>.Empty) : Address.ReadEndpoint(address, contract.Problems);
        return new Route(method == "get" ? "GET" : "POST", origin, parts);
    }

    public static RequestBody ReadBody(ObjectReader contract)
    {
        if (contract.Find("post") is null)
        {
            if (contract.Find("get") is not null)
                contract.Forbid("get", "the parameters of a GET are sent in its URL", "body", "xmlRoot");
            return new RequestBody(BodyKind.None);
        }
        var word = contract.Text("body");
        var kind = word is null ? BodyKind.Json : BodyWords.Read("body", word, contract.Problems);
        if (kind == BodyKind.Xml)
        {
            var root = contract.RequireText("xmlRoot", "the name of the outermost element, such as \"RQST\"");
            if (root is not null)
                CheckXmlName(root, contract.Problems);
            return new RequestBody(BodyKind.Xml, root?.Value);
        }
        if (kind is not null && contract.Find("xmlRoot") is { } stray)
            contract.Problems.Report(ProblemKinds.Contradiction, stray.NameRange, "xmlRoot", "body", "only an \"xml\" body has a root element");
        return new RequestBody(kind ?? BodyKind.Json);
    }

    /// <summary>Sets where each field of a request travels.</summary>
    public static EquatableArray<Field> Place(EquatableArray<Field> request, Route route, RequestBody body)
    {
        var inPath = route.Fields.ToList();
        return new(
            request.Select(field =>
                field with
                {
                    In =
                        inPath.Contains(field.Wire) ? FieldLocation.Path
                        : body.Kind == BodyKind.None ? FieldLocation.Query
                        : FieldLocation.Body,
                }
            )
        );
    }

    /// <summary>Reports a name that no XML element can have.</summary>
    public static void CheckXmlName(JsonText name, ProblemList problems) => CheckXmlName(name.Value, name.Word, problems);

    /// <summary>The same for the name of a field.</summary>
    public static void CheckXmlName(string name, TextRange range, ProblemList problems)
    {
        if (!XmlName.IsMatch(name))
            problems.Report(ProblemKinds.InvalidName, range, name, name.IndexOfAny(['/']) >= 0 ? SlashReason : NameReason);
    }

    /// <summary>Compares the address, the body and the fields with each other.</summary>
    public static void CheckFields(ObjectReader contract, EndpointModel endpoint)
    {
        // Without an address nobody knows how the fields travel.
        if ((contract.Find("get") ?? contract.Find("post")) is not { } address)
            return;
        var isAcknowledged = contract.Flag("keysInAddress") || contract.Find("keysInAddress")?.Value is not (null or JsonBoolean);
        foreach (var name in endpoint.Route.Fields.Distinct().Where(name => endpoint.Request.All(field => field.Wire != name)))
            contract.Problems.Report(
                ProblemKinds.UnknownField,
                address.Value.Word,
                name,
                "\"request\"",
                Suggestion.For(name, endpoint.Request.Select(static field => field.Wire))
            );
        foreach (var member in contract.Members("request", report: false))
        {
            if (endpoint.Request.FirstOrDefault(field => field.Wire == member.Name) is { } field)
                CheckField(contract, endpoint, field, member, isAcknowledged);
        }
    }

    private static void CheckField(ObjectReader contract, EndpointModel endpoint, Field field, JsonMember member, bool isAcknowledged)
    {
        var isInAddress = field.In != FieldLocation.Body;
        if (isInAddress && field.Role is FieldRole.ApiKey or FieldRole.SecretKey && isInAddress && !isAcknowledged)
            contract.Problems.Report(ProblemKinds.KeysInAddress, member.NameRange, field.Wire);
        var isText = isInAddress || endpoint.Body.Kind is BodyKind.Form or BodyKind.Xml;
        var isObject =
            field.Type.Kind is FieldKind.Map or FieldKind.Pairs or FieldKind.Object or FieldKind.Embedded || field.Fixed?.IsStructure == true;
        if (isText && isObject)
            contract.Problems.Report(
                ProblemKinds.NotForThisBody,
                member.NameRange,
                field.Wire,
                Describe(endpoint.Body, isInAddress),
                "only a JSON body holds objects"
            );
        else if (field.Type.IsList && (isInAddress || endpoint.Body.Kind == BodyKind.Form))
            contract.Problems.Report(
                ProblemKinds.NotForThisBody,
                member.NameRange,
                field.Wire,
                Describe(endpoint.Body, isInAddress),
                "eSMS documents no way to send an array there"
            );
        else if (field.Type is { IsList: true, Kind: not FieldKind.Text } && endpoint.Body.Kind == BodyKind.Xml)
            contract.Problems.Report(
                ProblemKinds.NotForThisBody,
                member.NameRange,
                field.Wire,
                Describe(endpoint.Body, isInAddress),
                "an array there holds strings only"
            );
        else if (field.In == FieldLocation.Path && !field.Required && field.Role == FieldRole.Data)
            contract.Problems.Report(
                ProblemKinds.NotForThisBody,
                member.NameRange,
                field.Wire,
                "in the path",
                "a segment of the path cannot be omitted, so it must be \"required\""
            );
        else if (field.In == FieldLocation.Path && (field.Fixed ?? field.Default)?.Text is "" or "." or "..")
            contract.Problems.Report(
                ProblemKinds.NotForThisBody,
                member.NameRange,
                field.Wire,
                "in the path",
                "a segment of the path cannot be empty, '.' or '..'"
            );
        CheckXml(contract, endpoint, field, member);
    }

    private static void CheckXml(ObjectReader contract, EndpointModel endpoint, Field field, JsonMember member)
    {
        var under = (member.Value as JsonObject)?.Members.FirstOrDefault(static key => key.Name == "under");
        if (endpoint.Body.Kind != BodyKind.Xml)
        {
            if (under is not null)
                contract.Problems.Report(ProblemKinds.Contradiction, under.NameRange, "under", "body", "only XML has elements around a field");
            return;
        }
        CheckXmlName(field.Wire, member.NameRange, contract.Problems);
        if (under?.Value is JsonText path && !path.Value.Split('/').All(XmlName.IsMatch))
            contract.Problems.Report(ProblemKinds.InvalidName, path.Word, path.Value, NameReason);
        else if (under is not null && endpoint.Request.FirstOrDefault(other => other != field && IsAround(other, field)) is { } around)
            contract.Problems.Report(
                ProblemKinds.NotForThisBody,
                under.Value.Word,
                field.Wire,
                "in XML",
                $"'{around.Wire}' is a field with a text, and an element with a text has no elements in it"
            );
        if ((field.Fixed ?? field.Default) is { } value && !value.Text.All(IsXmlCharacter))
            contract.Problems.Report(
                ProblemKinds.NotForThisBody,
                member.NameRange,
                field.Wire,
                "in XML",
                "its value has a character that is not allowed in XML"
            );
    }

    /// <summary>Whether the element of one field is an element around the other.</summary>
    private static bool IsAround(Field outer, Field inner)
    {
        var path = outer.Under is null ? outer.Wire : $"{outer.Under}/{outer.Wire}";
        return outer.In == FieldLocation.Body && $"{inner.Under}/".StartsWith($"{path}/", StringComparison.Ordinal);
    }

    /// <summary>Half of a surrogate pair is sent as U+FFFD, and is none of this.</summary>
    private static bool IsXmlCharacter(char character) => character is '\t' or '\n' or '\r' or >= ' ' and not ('\uFFFE' or '\uFFFF');

    private static string Describe(RequestBody body, bool isInAddress) =>
        isInAddress ? "in the URL"
        : body.Kind == BodyKind.Form ? "in a form"
        : "in XML";
}
