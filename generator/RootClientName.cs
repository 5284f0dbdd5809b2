using Esms.Toolkit.Emit;
using Esms.Toolkit.Reader.Model;

namespace Esms.Toolkit;

/// <summary>Checks the name that a project gives to its root client (EsmsRootClient).</summary>
internal static class RootClientName
{
    private static readonly string[] Members = ["Connection", "Dispose", "With"];

    /// <summary>Names of generated files, of which a class of that name would need a second one.</summary>
    private static readonly string[] Files = ["Clients", "EsmsJsonContext", "EsmsKeyedSends", "EsmsResultCode", "Inbound", "Types"];

    /// <returns>Why the class cannot have the name; null when it can.</returns>
    public static string? Reason(GeneratorSettings settings, EndpointIndex index, EquatableArray<string> declared)
    {
        var name = settings.RootClient!;
        if (!char.IsUpper(name[0]) || !name.All(static character => char.IsLetterOrDigit(character) || character == '_'))
            return "it must be one name of letters, digits and underscores that begins with a capital letter, such as ShopClient";
        if (Members.Contains(name) || index.Clients.Contains(name))
            return "the class has a member of that name";
        if (Files.Contains(name, StringComparer.OrdinalIgnoreCase))
            return "that name is kept for generated code";
        return NamesOf(settings, index, declared).Contains(name) ? "a class of that name is generated from a contract" : null;
    }

    private static IEnumerable<string> NamesOf(GeneratorSettings settings, EndpointIndex index, EquatableArray<string> declared) =>
        [
            settings.JsonContext,
            settings.KeyedSends,
            .. index.Clients.SelectMany(static client => (string[])[CSharp.ClientType(client), CSharp.ClientInterface(client)]),
            .. index.Entries.SelectMany(static entry => NamesOf(entry.Operation)),
            .. declared.SelectMany(static name => (string[])[name, CSharp.JsonType(name), CSharp.ReplyType(name)]),
        ];

    private static string[] NamesOf(string operation)
    {
        var (request, response) = (CSharp.RequestType(operation), CSharp.ResponseType(operation));
        return [request, response, CSharp.EndpointType(operation), CSharp.JsonType(request), CSharp.JsonType(response)];
    }
}
