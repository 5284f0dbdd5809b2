using System.Globalization;

namespace Esms;

/// <summary>
/// What a text is before it is sent: how its letters travel, how many SMS it is, and what of it could be written more cheaply. Nothing here calls
/// anybody.
/// </summary>
public static class EsmsMessageText
{
    /// <summary>Measures a text as an SMS.</summary>
    /// <param name="text">The text.</param>
    public static EsmsTextMeasure Measure(string text) => Measure(text, EsmsSegmentRules.Sms);

    /// <summary>Measures a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="rules">Those of the type of message.</param>
    /// <param name="asUnicode">Whether it is sent with IsUnicode, which makes Unicode of any text.</param>
    public static EsmsTextMeasure Measure(string text, EsmsSegmentRules rules, bool asUnicode = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var firstBeyond = GsmAlphabet.FirstBeyond(text);
        var encoding = asUnicode || firstBeyond >= 0 ? EsmsTextEncoding.Unicode : EsmsTextEncoding.Gsm7;
        return SegmentCounter.Measure(text, rules, encoding, firstBeyond);
    }

    /// <summary>
    /// Whether GSM has all letters of a text, so that it costs least. Beside those of English it has some with marks (à è é ì ò ù, none of them a
    /// capital but É), Greek capitals and a few signs.
    /// </summary>
    /// <param name="text">The text.</param>
    public static bool IsGsm(string text) => GsmAlphabet.FirstBeyond(text ?? throw new ArgumentNullException(nameof(text))) < 0;

    /// <summary>
    /// The characters that GSM has not, one after the other, and each as often as it stands there. They are found as they are asked for.
    /// </summary>
    /// <param name="text">The text.</param>
    public static IEnumerable<EsmsTextCharacter> BeyondGsm(string text) => FindBeyondGsm(text ?? throw new ArgumentNullException(nameof(text)));

    /// <summary>
    /// A text in letters of GSM, as far as there are such: without Vietnamese marks, and with plain quotes and dashes. The rest stays as it is.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="folding">What is folded.</param>
    /// <returns>The very same text when there is nothing to fold.</returns>
    public static string Fold(string text, EsmsFolding folding = EsmsFolding.All) =>
        TextFolder.Fold(text ?? throw new ArgumentNullException(nameof(text)), folding, changes: null);

    /// <summary>Folds a text, and tells what changes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="folding">What is folded.</param>
    public static EsmsFoldedText PreviewFold(string text, EsmsFolding folding = EsmsFolding.All)
    {
        var changes = new List<EsmsTextChange>();
        return new EsmsFoldedText(TextFolder.Fold(text ?? throw new ArgumentNullException(nameof(text)), folding, changes), changes);
    }

    private static IEnumerable<EsmsTextCharacter> FindBeyondGsm(string text)
    {
        for (var i = GsmAlphabet.FirstBeyond(text); i >= 0; )
        {
            var end = EndOf(text, i);
            // A mark that stands alone in the text belongs to the letter before it, which GSM may have.
            var start = i > 0 && IsMark(text, i) ? i - 1 : i;
            yield return new EsmsTextCharacter(start, text.Substring(start, end - start));
            i = GsmAlphabet.FirstBeyond(text, end);
        }
    }

    /// <summary>Where the character ends that starts here: both halves of it, and the marks behind.</summary>
    internal static int EndOf(string text, int start)
    {
        var end = start + (IsPair(text, start) ? 2 : 1);
        while (end < text.Length && IsMark(text, end))
            end++;
        return end;
    }

    /// <summary>Both halves of a character beyond 16 bits; a half alone is a character by itself.</summary>
    internal static bool IsPair(string text, int position) =>
        char.IsHighSurrogate(text[position]) && position + 1 < text.Length && char.IsLowSurrogate(text[position + 1]);

    private static bool IsMark(string text, int position) => CharUnicodeInfo.GetUnicodeCategory(text[position]) is UnicodeCategory.NonSpacingMark;
}
