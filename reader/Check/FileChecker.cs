using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Problems;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Reader.Check;

/// <summary>Finds the kind of a file: an endpoint, an inbound call, types for other files, or the table of result codes.</summary>
internal static class FileChecker
{
    private static readonly string[] SharedKeys = ["$schema", "types"];

    /// <returns>The model, which is of use only when no error was reported.</returns>
    public static ContractModel? Check(JsonNode root, EquatableArray<DeclaredType> types, ProblemList problems)
    {
        var context = new CheckContext(problems, types);
        var isShared =
            root is JsonObject file
            && file.Members.Any(static member => member.Name == "types")
            && file.Members.All(static member => SharedKeys.Contains(member.Name));
        if (isShared)
            return new SharedTypes(TypesChecker.Check(ObjectReader.Open(root, "The file", problems, SharedKeys)!, context));
        if (Has(root, "inbound"))
            return InboundChecker.Check(root, context);
        return Has(root, "codeTable") ? CodeTableChecker.Check(root, context) : EndpointChecker.Check(root, context);
    }

    private static bool Has(JsonNode root, string key) => root is JsonObject file && file.Members.Any(member => member.Name == key);
}
