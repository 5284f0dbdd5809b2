using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Esms.Tests.Texts;

/// <summary>Texts to try properties with.</summary>
internal static class TextGen
{
    /// <summary>The table of GSM 03.38, in the order of its codes; 0x1B, which leads to the extension, is left out.</summary>
    public const string Gsm =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    public const string GsmExtension = "\f^{}\\[~]|€";

    /// <summary>
    /// Vowels with and without their own marks, behind them the tones: together all letters of Vietnamese but đ and the consonants.
    /// </summary>
    private const string Vowels = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY";

    public static readonly string[] Tones = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"];

    /// <summary>The 134 letters that have marks.</summary>
    public static IReadOnlyList<string> Letters { get; } =
    [
        .. Vowels
            .SelectMany(static vowel => Tones.Select(tone => $"{vowel}{tone}".Normalize()))
            .Append("đ")
            .Append("Đ")
            .Where(static letter => letter[0] > 127),
    ];

    public static Arbitrary<string> GsmTexts => Texts($"{Gsm}{GsmExtension}{GsmExtension}".Select(static letter => letter.ToString()));

    /// <summary>Vietnamese, letters and marks in one character or in several.</summary>
    public static Arbitrary<string> VietnameseTexts =>
        Texts([.. Letters, .. Letters.Select(static letter => letter.Normalize(NormalizationForm.FormD)), "T", "i", " ", ",", "😀", "中"]);

    /// <summary>With Vietnamese in all forms, emoji, halves of emoji, and what else turns up in messages.</summary>
    public static Arbitrary<string> AllTexts =>
        Texts(
            [
                .. Letters,
                .. Letters.Select(static letter => letter.Normalize(NormalizationForm.FormD)),
                .. Gsm.Select(static letter => letter.ToString()),
                .. Tones,
                "😀",
                "\ud83d",
                "\ude00",
                "“",
                "…",
                "\u00A0",
                "中",
                "\u200B",
                "\u0308",
            ]
        );

    private static Arbitrary<string> Texts(IEnumerable<string> characters) =>
        Gen.Elements(characters).ListOf().Select(string.Concat).Resize(700).ToArbitrary();
}
