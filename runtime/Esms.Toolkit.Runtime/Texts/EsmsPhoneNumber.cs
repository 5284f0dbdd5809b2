using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Esms;

/// <summary>A mobile number of Vietnam, whatever way it was written.</summary>
/// <remarks>
/// Its text is masked, so that it gets into no log by accident; <see cref="National"/> and <see cref="International"/> have all digits.
/// </remarks>
public readonly struct EsmsPhoneNumber : IEquatable<EsmsPhoneNumber>
{
    private const int Size = 9;
    private const int Billion = 1_000_000_000;
    private const int Vietnam = 84;

    /// <summary>The nine digits behind the zero; 0 when there is no number.</summary>
    private readonly int _number;

    private EsmsPhoneNumber(int number, bool wasElevenDigits)
    {
        _number = number;
        WasElevenDigits = wasElevenDigits;
    }

    /// <summary>The ten digits that are dialled in Vietnam, such as 0901888484.</summary>
    public string National => Digits("0");

    /// <summary>The eleven digits with the number of the country, such as 84901888484.</summary>
    public string International => Digits("84");

    /// <summary>
    /// The network that gave the number out, by its prefix. It is a guess: people take their numbers along to other networks. eSMS tells the real one
    /// with the status of a message.
    /// </summary>
    public EsmsCarrier Carrier => PhonePrefixes.CarrierOf(_number);

    /// <summary>Whether it was written with eleven digits, as before September 2018, and is the number that came of it.</summary>
    public bool WasElevenDigits { get; }

    /// <summary>Reads a number.</summary>
    /// <param name="text">The number, with or without the zero, 84, +84 or 0084 in front, and with any spaces, points, dashes, brackets and invisible characters.</param>
    /// <exception cref="FormatException">It is none of a mobile phone in Vietnam. The message does not contain it.</exception>
    public static EsmsPhoneNumber Parse(string text) =>
        TryParse(text, out var number, out var problem) ? number : throw new FormatException($"This is no mobile number of Vietnam ({problem}).");

    /// <summary>Reads a number.</summary>
    /// <param name="text">The number, as for <see cref="Parse"/>.</param>
    /// <param name="number">The number, if it is one.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out EsmsPhoneNumber number) => TryParse(text, out number, out _);

    /// <summary>Reads a number.</summary>
    /// <param name="text">The number, as for <see cref="Parse"/>.</param>
    /// <param name="number">The number, if it is one.</param>
    /// <param name="problem">Why it is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out EsmsPhoneNumber number, out EsmsPhoneProblem problem)
    {
        number = default;
        problem = PhoneDigits.Read(text, out var digits);
        if (problem == EsmsPhoneProblem.None)
            problem = Read(digits, out number);
        return problem == EsmsPhoneProblem.None;
    }

    /// <summary>Whether it is the same number, in whichever way each was written.</summary>
    /// <param name="other">The other number.</param>
    public bool Equals(EsmsPhoneNumber other) => _number == other._number;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is EsmsPhoneNumber other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _number;

    /// <summary>The prefix, and stars for the rest.</summary>
    public override string ToString() => _number == 0 ? string.Empty : $"0{_number / 10_000_000}*******";

    /// <summary>Whether both are the same number.</summary>
    public static bool operator ==(EsmsPhoneNumber left, EsmsPhoneNumber right) => left.Equals(right);

    /// <summary>Whether they are different numbers.</summary>
    public static bool operator !=(EsmsPhoneNumber left, EsmsPhoneNumber right) => !left.Equals(right);

    private string Digits(string front) => _number == 0 ? string.Empty : front + _number.ToString(CultureInfo.InvariantCulture);

    private static EsmsPhoneProblem Read(PhoneDigits digits, out EsmsPhoneNumber number)
    {
        number = default;
        var size = SizeOf(digits.Value);
        var zeros = digits.Count - size;
        // +84… and 0084… are of Vietnam, and so is 84… when more follows than a number of nine digits that starts so.
        var isAbroad = digits.HasPlus || zeros == 2;
        if (zeros > 2 || (digits.HasPlus && zeros > 0))
            return EsmsPhoneProblem.WrongLength;
        if (zeros != 1 && IsAfterCountry(digits.Value, size, isAbroad, out var rest))
            // What stands behind 84 may start with a zero: +84 (0) 90… is the same as +84 90…
            return size - 2 - SizeOf(rest) > 1 ? EsmsPhoneProblem.WrongLength : ReadDomestic(rest, canBeOld: true, out number);
        // Without its zero, a number of eleven digits of before 2018 is ten digits like any others.
        return isAbroad ? EsmsPhoneProblem.Foreign : ReadDomestic(digits.Value, canBeOld: zeros > 0, out number);
    }

    /// <summary>Takes 84 off.</summary>
    private static bool IsAfterCountry(ulong value, int size, bool isAbroad, out ulong rest)
    {
        var power = 1ul;
        for (var i = 2; i < size; i++)
            power *= 10;
        rest = value % power;
        return value / power == Vietnam && (isAbroad || size > Size + 1);
    }

    /// <summary>Reads the digits behind the zero.</summary>
    private static EsmsPhoneProblem ReadDomestic(ulong value, bool canBeOld, out EsmsPhoneNumber number)
    {
        number = default;
        var size = SizeOf(value);
        if (canBeOld && size == Size + 1 && PhonePrefixes.NewOf((int)(value / 10_000_000)) is var prefix and not 0)
        {
            number = new EsmsPhoneNumber((prefix * 10_000_000) + (int)(value % 10_000_000), wasElevenDigits: true);
            return EsmsPhoneProblem.None;
        }
        if (size == Size && PhonePrefixes.CarrierOf((int)value) != EsmsCarrier.Unknown)
        {
            number = new EsmsPhoneNumber((int)value, wasElevenDigits: false);
            return EsmsPhoneProblem.None;
        }
        // A landline has ten digits behind the zero, the first of which is 2.
        return size == Size || (size == Size + 1 && value / Billion == 2) ? EsmsPhoneProblem.NotMobile : EsmsPhoneProblem.WrongLength;
    }

    private static int SizeOf(ulong value)
    {
        var size = 0;
        for (; value > 0; value /= 10)
            size++;
        return size;
    }
}
