namespace Esms;

/// <summary>The digits of a number as people write it.</summary>
internal readonly struct PhoneDigits
{
    /// <summary>More than any number has; one digit more is enough to know that it is too long.</summary>
    private const int Most = 17;

    private const string Scheme = "tel:";

    private PhoneDigits(ulong value, int count, bool hasPlus)
    {
        Value = value;
        Count = count;
        HasPlus = hasPlus;
    }

    public ulong Value { get; }

    /// <summary>How many there are, zeros in front among them.</summary>
    public int Count { get; }

    public bool HasPlus { get; }

    public static EsmsPhoneProblem Read(string? given, out PhoneDigits digits)
    {
        digits = default;
        var text = (given ?? string.Empty).Trim();
        var (value, count, hasPlus) = (0ul, 0, false);
        var position = text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? Scheme.Length : 0;
        for (; position < text.Length; position++)
        {
            // Dashes, spaces and digits of other widths are what they look like.
            var plain = PlainSigns.At(text, position, out var length);
            position += length - 1;
            if (plain is { Length: not 1 })
            {
                if (plain.Length > 0)
                    return EsmsPhoneProblem.NotANumber;
                continue;
            }
            var letter = plain?[0] ?? text[position];
            if (letter is >= '0' and <= '9')
            {
                if (++count > Most)
                    return EsmsPhoneProblem.WrongLength;
                value = (value * 10) + (ulong)(letter - '0');
            }
            else if (letter == '+' && count == 0 && !hasPlus)
            {
                hasPlus = true;
            }
            else if (!IsBetween(letter))
            {
                return EsmsPhoneProblem.NotANumber;
            }
        }
        digits = new PhoneDigits(value, count, hasPlus);
        return count > 0 ? EsmsPhoneProblem.None
            : hasPlus ? EsmsPhoneProblem.NotANumber
            : EsmsPhoneProblem.Empty;
    }

    /// <summary>Signs that people write between digits, and the apostrophe in front that keeps a spreadsheet from taking the zero away.</summary>
    private static bool IsBetween(char letter) => char.IsWhiteSpace(letter) || letter is '.' or '-' or '(' or ')' or '_' or '\'';
}
