using System.Text.RegularExpressions;

namespace Esms.Emulator;

/// <summary>Phone numbers of Vietnam.</summary>
internal static partial class Phones
{
    /// <summary>What a callback shows where no operator is to be told.</summary>
    public const int NoOperator = 9;

    private static readonly string[] Names = ["", "Viettel", "Mobifone", "Vinaphone", "Vietnamobile", "Gmobile", "Itel", "Reddi"];

    public static bool IsValid(string phone) => Pattern().IsMatch(phone);

    /// <returns>The number of contracts/shared/Telco.esms.json; networks that have none are told as the one they are guests of.</returns>
    public static int OperatorOf(string phone) =>
        !EsmsPhoneNumber.TryParse(phone, out var number)
            ? NoOperator
            : number.Carrier switch
            {
                EsmsCarrier.Fpt or EsmsCarrier.VnSky or EsmsCarrier.Local => (int)EsmsCarrier.MobiFone,
                var carrier => (int)carrier,
            };

    public static string NameOf(int number) => number < Names.Length ? Names[number] : string.Empty;

    /// <summary>The same number is the same, with 84 in front or with 0.</summary>
    public static string Plain(string phone) => phone.TrimStart('+') is ['8', '4', .. var rest] && rest.Length >= 9 ? $"0{rest}" : phone;

    /// <summary>Ten digits, or eleven for a landline, in either form.</summary>
    [GeneratedRegex("^(0|\\+?84)[1-9][0-9]{8,9}$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
