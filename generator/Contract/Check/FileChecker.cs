using Esms.Toolkit.Contract.Json;
using Esms.Toolkit.Contract.Problems;

namespace Esms.Toolkit.Contract.Check;

/// <summary>Tells what kind of file it is: an endpoint, a call that the service makes, types that others use, or the table of result codes.</summary>
internal static class FileChecker
{
    private const string Ending = ".esms.json";

    private static readonly string[] SharedKeys = ["$schema", "types"];

    public static ContractFile Check(ContractSyntax syntax, EquatableArray<DeclaredType> types, ProblemList problems)
    {
        var context = new CheckContext(problems, types);
        var isShared =
            syntax.Root is JsonObject root
            && root.Members.Any(static member => member.Name == "types")
            && root.Members.All(static member => SharedKeys.Contains(member.Name));
        if (isShared)
            return CheckShared(syntax, context);
        if (Has(syntax.Root, "inbound"))
            return InboundChecker.Check(syntax.Root!, context);
        return Has(syntax.Root, "codeTable") ? CodeTableChecker.Check(syntax.Root!, context) : EndpointChecker.Check(syntax.Root!, context);
    }

    private static bool Has(JsonNode? root, string key) => root is JsonObject file && file.Members.Any(member => member.Name == key);

    private static ContractFile CheckShared(ContractSyntax syntax, CheckContext context)
    {
        var file = ObjectCheck.Open(syntax.Root!, "The file", context.Problems, SharedKeys)!;
        var declared = TypesChecker.Check(file, context);
        return new ContractFile(null, new SharedTypes(SourceOf(syntax.Path), declared), EquatableArray<Problem>.Empty);
    }

    private static string SourceOf(string path)
    {
        var name = Path.GetFileName(path);
        return name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - Ending.Length) : name;
    }
}
