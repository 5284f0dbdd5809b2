using System.Text;
using Esms.Toolkit.Reader.Problems;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Reader.Check;

/// <summary>Which names contracts may give to C# code, and how a wire name becomes one.</summary>
internal static class Names
{
    /// <summary>Longer names make paths and listings unusable, and no endpoint needs them.</summary>
    private const int MaxLength = 100;

    private const string MemberTaken = "objects, responses, methods or clients already have a member with this name";
    private const string NeededType = "it would hide the .NET type with this name";

    /// <summary>What every object has already, every answer of ours, or every method: a member of that name needs another in C#.</summary>
    public static readonly HashSet<string> Inherited = new(StringComparer.Ordinal)
    {
        "Equals",
        "Finalize",
        "GetHashCode",
        "GetType",
        "MemberwiseClone",
        "ReferenceEquals",
        "ToString",
        "ResultCode",
        "ServiceMessage",
        "CancellationToken",
        "IsAccepted",
        "SentRequestId",
        "UnknownMembers",
        "WasAlreadyAccepted",
    };

    /// <summary>Types that generated code uses by these names, in the namespaces that it imports.</summary>
    private static readonly HashSet<string> UsedTypes = new(StringComparer.Ordinal)
    {
        "Action",
        "ArgumentException",
        "ArgumentNullException",
        "CancellationToken",
        "DateTimeOffset",
        "Dictionary",
        "HttpContent",
        "HttpMethod",
        "IConfiguration",
        "IDisposable",
        "IEnumerable",
        "IReadOnlyDictionary",
        "IReadOnlyList",
        "KeyValuePair",
        "Obsolete",
        "ObsoleteAttribute",
        "IHttpClientBuilder",
        "IJsonTypeInfoResolver",
        "IServiceCollection",
        "JsonSerializerContext",
        "JsonSerializerOptions",
        "JsonTypeInfo",
        "OperationCanceledException",
        "String",
        "Task",
        "TimeSpan",
        "Type",
        "Utf8JsonReader",
        "Utf8JsonWriter",
        "XmlWriter",
    };

    private static readonly string[] GeneratedSuffixes = ["Request", "Response", "Json", "Endpoint", "Client", "ClientExtensions", "Reply"];

    /// <summary>Reports a name that C# would not take, or that the .NET guidelines would not.</summary>
    public static bool Check(string name, TextRange range, ProblemList problems) => Report(name, range, Reason(name), problems);

    /// <summary>The same for an operation, whose name gets suffixes to become types, and a method.</summary>
    public static bool CheckOperation(string name, TextRange range, ProblemList problems) =>
        Report(name, range, Reason(name) ?? ToolkitReason(name) ?? (name == "TrySend" ? MemberTaken : null), problems);

    /// <summary>The same for a client, whose name becomes a class, an interface and a property.</summary>
    public static bool CheckClient(string name, TextRange range, ProblemList problems) =>
        Report(
            name,
            range,
            Reason(name) ?? ToolkitReason(name) ?? (name is "Connection" or "Dispose" or "With" ? MemberTaken : InterfaceReason(name)),
            problems
        );

    /// <summary>The same for a type that a contract declares.</summary>
    public static bool CheckType(string name, TextRange range, ProblemList problems) => Report(name, range, TypeReason(name), problems);

    /// <summary>The same for a call that the service makes, whose name becomes a class with methods.</summary>
    public static bool CheckInbound(string name, TextRange range, ProblemList problems) =>
        Report(name, range, TypeReason(name) ?? (name is "Parse" or "HasValidSignature" or "SignedParameters" ? MemberTaken : null), problems);

    /// <summary>The same for a member of a class.</summary>
    public static bool CheckMember(string name, string owner, TextRange range, ProblemList problems) =>
        Report(name, range, MemberReason(name, owner), problems);

    /// <summary>The same for a member of a class that reads or writes itself, and so has methods, and uses types, that a member would hide.</summary>
    public static bool CheckInboundMember(string name, string owner, TextRange range, ProblemList problems) =>
        Report(name, range, MemberReason(name, owner) ?? ToolkitReason(name) ?? InboundReason(name), problems);

    /// <summary>The C# name of a wire name that has no "name" beside it: SendStatus, campaignid → Campaignid, data_callback → DataCallback.</summary>
    public static string FromWire(string wire)
    {
        var name = new StringBuilder(wire.Length);
        var startsWord = true;
        foreach (var character in wire)
        {
            if (!IsLetterOrDigit(character))
            {
                startsWord = true;
                continue;
            }
            name.Append(startsWord ? char.ToUpperInvariant(character) : character);
            startsWord = false;
        }
        return name.ToString();
    }

    private static bool Report(string name, TextRange range, string? reason, ProblemList problems)
    {
        if (reason is not null)
            problems.Report(ProblemKinds.InvalidName, range, name, reason);
        return reason is null;
    }

    private static string? ToolkitReason(string name) =>
        name.StartsWith("Esms", StringComparison.Ordinal) ? "names that begin with Esms are reserved for the toolkit" : null;

    /// <summary>A client "IAccount" would have a class of the same name as the interface of a client "Account".</summary>
    private static string? InterfaceReason(string name) =>
        name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]) ? "it looks like the name of an interface" : null;

    private static string? MemberReason(string name, string owner) =>
        Reason(name) ?? (name == owner ? "a member cannot have the name of its own class" : null);

    private static string? InboundReason(string name) =>
        name switch
        {
            "Parse" or "HasValidSignature" or "SignedParameters" or "ToXml" => MemberTaken,
            _ when name.EndsWith("Json", StringComparison.Ordinal) => SuffixReason("Json"),
            _ => null,
        };

    private static string? TypeReason(string name)
    {
        if ((Reason(name) ?? ToolkitReason(name)) is { } reason)
            return reason;
        if (UsedTypes.Contains(name))
            return NeededType;
        var suffix = GeneratedSuffixes.FirstOrDefault(suffix => name.EndsWith(suffix, StringComparison.Ordinal));
        return suffix is null ? null : SuffixReason(suffix);
    }

    private static string SuffixReason(string suffix) => $"names that end in {suffix} are reserved for generated classes";

    private static string? Reason(string name) =>
        name switch
        {
            "" => "it is empty",
            { Length: > MaxLength } => $"it is longer than {MaxLength} characters",
            _ when name[0] is not (>= 'A' and <= 'Z') => "it must begin with a capital letter from A to Z",
            _ when !name.All(IsLetterOrDigit) => "it may have letters from A to Z and digits only",
            _ when Inherited.Contains(name) => MemberTaken,
            _ => null,
        };

    private static bool IsLetterOrDigit(char character) => character is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9');
}
