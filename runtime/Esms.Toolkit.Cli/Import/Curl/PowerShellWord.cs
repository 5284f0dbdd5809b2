namespace Esms.Cli.Import.Curl;

/// <summary>A word of PowerShell, without its quotes, or a table.</summary>
internal sealed record PowerShellWord(string Text, int Offset)
{
    public bool IsQuoted { get; init; }

    /// <summary>The names and values of a table; null for a word.</summary>
    public IReadOnlyList<(string Name, PowerShellWord Value)>? Table { get; init; }

    /// <summary>Whether the table is made JSON.</summary>
    public bool IsJson { get; init; }

    /// <summary>The one value that words are; null when they are something else.</summary>
    public static PowerShellWord? Of(IReadOnlyList<PowerShellWord> words) =>
        words switch
        {
            [{ Table: not null } or { IsQuoted: true }] => words[0],
            [{ Table: not null } table, { Text: "|" }, ..] when words.Skip(2).Any(IsConversion) => table with { IsJson = true },
            [{ Text: var text }] when !text.StartsWith('$') => words[0],
            _ => null,
        };

    private static bool IsConversion(PowerShellWord word) => word.Text.Equals("ConvertTo-Json", StringComparison.OrdinalIgnoreCase);
}
