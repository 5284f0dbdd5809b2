namespace Esms.Toolkit.Contract.Model;

/// <summary>A member of an answer.</summary>
/// <param name="Required">Whether every accepted answer has it, so that its absence is an error.</param>
/// <param name="Success">For the result code: the values that mean success, and whether they are texts or numbers on the wire.</param>
internal sealed record ResponseField(string Wire, string Name, FieldType Type, bool Required, ResponseRole Role, SuccessCodes? Success, string Summary);

internal sealed record SuccessCodes(EquatableArray<int> Values, bool AreTexts);

internal enum ResponseRole
{
    /// <summary>Plain data.</summary>
    Data,

    /// <summary>The code that tells success from refusal.</summary>
    Result,

    /// <summary>The text that goes with the code.</summary>
    Message,

    /// <summary>The text of a refusal that has no code.</summary>
    Refusal,
}
