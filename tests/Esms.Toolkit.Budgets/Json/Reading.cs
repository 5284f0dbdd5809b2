namespace Esms.Toolkit.Budgets.Json;

/// <summary>Reads the answers of one operation in both ways, and writes what was read, to see that it was read.</summary>
public sealed record Reading(
    Func<byte[], object> Ours,
    Func<byte[], object> Theirs,
    Func<object, byte[]> WriteOurs,
    Func<object, byte[]> WriteTheirs
);
