namespace Esms.Toolkit.Contract.Model;

/// <summary>A published exchange: the values asked with, and the answer as strict JSON with the digits as published.</summary>
internal sealed record Sample(string Name, EquatableArray<SampleValue> Request, string Response);

/// <summary>A value of a sample request, as text.</summary>
internal sealed record SampleValue(string Wire, string Value);
