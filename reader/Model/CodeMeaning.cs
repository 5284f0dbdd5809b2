namespace Esms.Toolkit.Reader.Model;

/// <summary>What a result code means for this endpoint, where that differs from the general table.</summary>
internal sealed record CodeMeaning(int Code, string Meaning);
