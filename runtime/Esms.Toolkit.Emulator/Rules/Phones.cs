using System.Text.RegularExpressions;

namespace Esms.Emulator;

/// <summary>Phone numbers of Vietnam.</summary>
internal static partial class Phones
{
    /// <summary>What a callback shows where no operator is to be told.</summary>
    public const int NoOperator = 9;

    private static readonly string[] Names = ["", "Viettel", "Mobifone", "Vinaphone", "Vietnamobile", "Gmobile", "Itel", "Reddi"];

    private static readonly string[][] Prefixes =
    [
        [],
        ["032", "033", "034", "035", "036", "037", "038", "039", "086", "096", "097", "098"],
        ["070", "076", "077", "078", "079", "089", "090", "093"],
        ["081", "082", "083", "084", "085", "088", "091", "094"],
        ["052", "056", "058", "092"],
        ["059", "099"],
        ["087"],
        ["055"],
    ];

    private static readonly Dictionary<string, int> Operators = Prefixes.SelectMany(static (prefixes, number) => prefixes.Select(prefix => (prefix, number)))
        .ToDictionary(static pair => pair.prefix, static pair => pair.number, StringComparer.Ordinal);

    public static bool IsValid(string phone) => Pattern().IsMatch(phone);

    /// <returns>The number of contracts/shared/Telco.esms.json.</returns>
    public static int OperatorOf(string phone)
    {
        var local = Plain(phone);
        return local.Length > 3 && Operators.TryGetValue(local[..3], out var number) ? number : NoOperator;
    }

    public static string NameOf(int number) => number < Names.Length ? Names[number] : string.Empty;

    /// <summary>The same number is the same, with 84 in front or with 0.</summary>
    public static string Plain(string phone) => phone.TrimStart('+') is ['8', '4', .. var rest] && rest.Length >= 9 ? $"0{rest}" : phone;

    /// <summary>Ten digits, or eleven for a landline, in either form.</summary>
    [GeneratedRegex("^(0|\\+?84)[1-9][0-9]{8,9}$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
