using System.Runtime.InteropServices;

namespace Esms.Toolkit.Fuzz.Answers;

/// <summary>An answer, or the query of a call that eSMS makes.</summary>
/// <param name="Contract">The operation, or the inbound call.</param>
/// <param name="IsQuery">Whether it is a query.</param>
/// <param name="Bytes">The bytes of an answer; the UTF-16 of a query, which may have characters that no UTF-8 holds.</param>
internal sealed record FuzzInput(string Contract, bool IsQuery, byte[] Bytes)
{
    private const string QueryExtension = ".query";

    public string Extension => IsQuery ? QueryExtension : ".answer";

    public string Query => new(MemoryMarshal.Cast<byte, char>(Bytes));

    public static FuzzInput OfQuery(string contract, string query) => new(contract, true, MemoryMarshal.AsBytes(query.AsSpan()).ToArray());

    /// <summary>Reads a kept input. Its file is named after its contract, and what is behind the first hyphen tells what is wrong with it.</summary>
    public static FuzzInput Load(string path) =>
        new(Path.GetFileName(path).Split('-')[0], Path.GetExtension(path) == QueryExtension, File.ReadAllBytes(path));
}
