namespace Esms.Toolkit.Reader.Model;

/// <summary>The result codes of the service, which all its calls share.</summary>
internal sealed record CodeTable(EquatableArray<CodeRow> Rows) : ContractModel(string.Empty, EquatableArray<TypeModel>.Empty);

/// <summary>One code.</summary>
/// <param name="Summary">What it means, in English.</param>
/// <param name="Vietnamese">What it means, in Vietnamese.</param>
/// <param name="CanRetry">Whether the very same request may be accepted later.</param>
internal sealed record CodeRow(int Code, string Name, string Summary, string Vietnamese, bool CanRetry);
