using Esms.Toolkit.Contract.Model;
using Esms.Toolkit.Contract.Problems;

namespace Esms.Toolkit.Contract;

/// <summary>What came of checking one file: an endpoint, or types for other files, or the problems that prevent it.</summary>
internal sealed record ContractFile(EndpointModel? Endpoint, SharedTypes? Shared, EquatableArray<Problem> Problems)
{
    /// <summary>A call that the service makes.</summary>
    public InboundModel? Inbound { get; init; }

    /// <summary>The result codes of the service.</summary>
    public CodeTable? CodeTable { get; init; }
}

/// <summary>The types of a file that has nothing else.</summary>
/// <param name="Source">The name of the file, without folder and endings.</param>
internal sealed record SharedTypes(string Source, EquatableArray<TypeModel> Types);

/// <summary>A C# name that a contract declares for the whole assembly.</summary>
internal sealed record DeclaredName(string Name, SourcePlace Place)
{
    /// <summary>Whether it is the name of a group, which many contracts may have.</summary>
    public bool IsGroup { get; init; }
}

/// <summary>The name of a type that some file declares, and what kind of type it is: all that another file may know of it.</summary>
internal sealed record DeclaredType(string Name, FieldKind Kind);
