namespace Esms.Cli.Import;

/// <summary>What an import was given.</summary>
internal sealed record ImportInput(IReadOnlyList<string> Files, ContractBuilder Builder, string? Operation, string? Get, string? Post)
{
    public static string Text(string file) => file == "-" ? Console.In.ReadToEnd() : File.ReadAllText(file);
}
