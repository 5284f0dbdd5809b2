namespace Esms.Toolkit.Fuzz.Mutation;

/// <summary>Changes of a text that know nothing of JSON.</summary>
internal static class TextMutations
{
    private const int LongestPiece = 40;

    public static string Change(string text, Dice dice)
    {
        if (text.Length == 0)
            return dice.Pick(JsonPieces.All);
        var at = dice.Below(text.Length);
        var piece = text.Substring(at, 1 + dice.Below(Math.Min(LongestPiece, text.Length - at)));
        return dice.Below(7) switch
        {
            0 => Replace(text, at, 1, ((char)(text[at] ^ (1 << dice.Below(16)))).ToString()),
            1 => Replace(text, at, 1, ((char)(text[at] ^ (1 << dice.Below(7)))).ToString()),
            2 => Replace(text, at, dice.Chance(50) ? 1 : piece.Length, string.Empty),
            3 => text.Insert(at, piece),
            4 => text.Insert(dice.Below(text.Length), piece),
            5 => text.Insert(at, dice.Pick(JsonPieces.All)),
            _ => Replace(text, at, 1, dice.Pick(JsonPieces.All)),
        };
    }

    private static string Replace(string text, int at, int length, string by) => text.Remove(at, length).Insert(at, by);
}
