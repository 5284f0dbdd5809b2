using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Problems;

namespace Esms.Toolkit.Reader;

/// <summary>The result of checking one file.</summary>
/// <param name="Model">What the file declares; null when it has an error.</param>
internal sealed record ContractFile(ContractModel? Model, EquatableArray<Problem> Problems);
