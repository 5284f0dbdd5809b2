using System.Globalization;
using System.Text.RegularExpressions;

namespace Esms.Toolkit.Budgets.Native;

/// <summary>Contracts that the app of many has and never calls: copies of our own under other names, all in the client that it does call.</summary>
internal static partial class FurtherContracts
{
    public const int Count = 300;

    /// <summary>Writes them to where the project of the app looks for them.</summary>
    public static void Write()
    {
        var folder = Path.Combine(Repository.Artifacts, "native", "contracts");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        var originals = Originals();
        for (var i = 0; i < Count; i++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $"Copy{i / originals.Count}");
            var (name, text) = originals[i % originals.Count];
            text = Operation().Replace(text, $"\"operation\": \"$1{suffix}\"", 1);
            File.WriteAllText(Path.Combine(folder, $"{name}{suffix}.esms.json"), Client().Replace(text, "\"client\": \"Messages\"", 1));
        }
    }

    /// <summary>The endpoints that declare no types: a type can be declared only once, whereas any contract can use it.</summary>
    private static List<(string Name, string Text)> Originals() =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "contracts"), "*.esms.json", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(static path => (Name: Path.GetFileName(path).Split('.')[0], Text: File.ReadAllText(path)))
                .Where(static file => Client().IsMatch(file.Text) && !file.Text.Contains("\"types\"", StringComparison.Ordinal)),
        ];

    [GeneratedRegex("\"operation\": \"(\\w+)\"")]
    private static partial Regex Operation();

    [GeneratedRegex("\"client\": \"\\w+\"")]
    private static partial Regex Client();
}
