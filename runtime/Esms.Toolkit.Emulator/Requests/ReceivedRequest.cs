namespace Esms.Emulator;

/// <summary>A request that the emulator has answered.</summary>
/// <param name="At">When it came.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, without the query, which may have keys.</param>
/// <param name="Operation">The operation of the contract.</param>
/// <param name="Account">The account that the keys belong to; null when they are wrong.</param>
/// <param name="Code">The result code of the answer, where it has one.</param>
/// <param name="UnknownFields">Fields that the contract does not have, by their paths.</param>
/// <param name="Problems">Why it was refused, in plain words.</param>
/// <param name="Notes">What was taken, and is written otherwise in the contract.</param>
/// <param name="Fault">What the fault script did to it; null when nothing.</param>
/// <param name="MessageId">The message that it made; null when it made none.</param>
/// <param name="Values">What it asked for, as JSON without the keys of the account; cut when it is very long.</param>
/// <param name="Answer">The answer as JSON, cut when it is very long; null when the fault script let none be made.</param>
public sealed record ReceivedRequest(
    DateTimeOffset At,
    string Method,
    string Path,
    string Operation,
    string? Account,
    int? Code,
    IReadOnlyList<string> UnknownFields,
    IReadOnlyList<string> Problems,
    IReadOnlyList<string> Notes,
    FaultKind? Fault,
    string? MessageId,
    string Values,
    string? Answer
);
