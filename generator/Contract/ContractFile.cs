using Esms.Toolkit.Contract.Model;
using Esms.Toolkit.Contract.Problems;

namespace Esms.Toolkit.Contract;

/// <summary>What came of reading one file: an endpoint, or the problems that prevent it.</summary>
/// <param name="Names">The C# names it declares, each with its place, so that two files with one name can both be told.</param>
internal sealed record ContractFile(EndpointModel? Endpoint, EquatableArray<DeclaredName> Names, EquatableArray<Problem> Problems);

/// <summary>A C# name that a contract declares for the whole assembly.</summary>
internal sealed record DeclaredName(string Name, SourcePlace Place);
