using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Esms.Tests.Texts;

/// <summary>Numbers as people write them, and the networks they are of.</summary>
public sealed class PhoneNumberTests
{
    /// <summary>The prefixes that each network was given.</summary>
    private static readonly (EsmsCarrier Carrier, string Prefixes)[] Networks =
    [
        (EsmsCarrier.Viettel, "032 033 034 035 036 037 038 039 086 096 097 098"),
        (EsmsCarrier.MobiFone, "070 076 077 078 079 089 090 093"),
        (EsmsCarrier.VinaPhone, "081 082 083 084 085 088 091 094"),
        (EsmsCarrier.Vietnamobile, "052 056 058 092"),
        (EsmsCarrier.Gmobile, "059 099"),
        (EsmsCarrier.Itel, "087"),
        (EsmsCarrier.Wintel, "055"),
    ];

    public static TheoryData<string, EsmsCarrier> Prefixes =>
        [.. Networks.SelectMany(static network => network.Prefixes.Split(' ').Select(prefix => (prefix, network.Carrier)))];

    [Theory]
    [MemberData(nameof(Prefixes))]
    public void A_prefix_tells_the_network(string prefix, EsmsCarrier carrier) =>
        Assert.Equal(carrier, EsmsPhoneNumber.Parse($"{prefix}1234567").Carrier);

    [Theory]
    [InlineData("0775", EsmsCarrier.Fpt)]
    [InlineData("0777", EsmsCarrier.VnSky)]
    [InlineData("0899", EsmsCarrier.Local)]
    public void Guests_have_a_part_of_a_prefix(string prefix, EsmsCarrier carrier) =>
        Assert.Equal(carrier, EsmsPhoneNumber.Parse($"{prefix}123456").Carrier);

    [Fact]
    public void No_other_prefix_is_a_mobile_one()
    {
        var known = Prefixes.Select(static row => row.Data.Item1).ToHashSet();
        Assert.All(
            Enumerable.Range(10, 90).Select(static prefix => $"0{prefix}").Except(known),
            static prefix => Assert.False(EsmsPhoneNumber.TryParse($"{prefix}1234567", out _))
        );
    }

    [Theory]
    [InlineData("0120", "070", EsmsCarrier.MobiFone)]
    [InlineData("0121", "079", EsmsCarrier.MobiFone)]
    [InlineData("0122", "077", EsmsCarrier.MobiFone)]
    [InlineData("0126", "076", EsmsCarrier.MobiFone)]
    [InlineData("0128", "078", EsmsCarrier.MobiFone)]
    [InlineData("0123", "083", EsmsCarrier.VinaPhone)]
    [InlineData("0124", "084", EsmsCarrier.VinaPhone)]
    [InlineData("0125", "085", EsmsCarrier.VinaPhone)]
    [InlineData("0127", "081", EsmsCarrier.VinaPhone)]
    [InlineData("0129", "082", EsmsCarrier.VinaPhone)]
    [InlineData("0162", "032", EsmsCarrier.Viettel)]
    [InlineData("0163", "033", EsmsCarrier.Viettel)]
    [InlineData("0164", "034", EsmsCarrier.Viettel)]
    [InlineData("0165", "035", EsmsCarrier.Viettel)]
    [InlineData("0166", "036", EsmsCarrier.Viettel)]
    [InlineData("0167", "037", EsmsCarrier.Viettel)]
    [InlineData("0168", "038", EsmsCarrier.Viettel)]
    [InlineData("0169", "039", EsmsCarrier.Viettel)]
    [InlineData("0186", "056", EsmsCarrier.Vietnamobile)]
    [InlineData("0188", "058", EsmsCarrier.Vietnamobile)]
    [InlineData("0199", "059", EsmsCarrier.Gmobile)]
    public void Eleven_digits_of_before_2018_become_ten(string old, string now, EsmsCarrier carrier)
    {
        foreach (
            var number in ((string[])[$"{old}1234567", $"84{old[1..]}1234567", $"+84{old[1..]}1234567", $"+84 (0){old[1..]} 1234567"]).Select(
                EsmsPhoneNumber.Parse
            )
        )
            Assert.Equal(
                ($"{now}1234567", $"84{now[1..]}1234567", carrier, true),
                (number.National, number.International, number.Carrier, number.WasElevenDigits)
            );
        Assert.Equal(EsmsPhoneNumber.Parse($"{now}1234567"), EsmsPhoneNumber.Parse($"{old}1234567"));
        Assert.False(EsmsPhoneNumber.Parse($"{now}1234567").WasElevenDigits);
    }

    [Theory]
    [InlineData("0901888484")]
    [InlineData("84901888484")]
    [InlineData("+84901888484")]
    [InlineData("0084901888484")]
    [InlineData("901888484")]
    [InlineData("'0901888484")]
    [InlineData(" 0901 888 484 ")]
    [InlineData("0901.888.484")]
    [InlineData("090-188-8484")]
    [InlineData("(090) 188 8484")]
    [InlineData("(+84) 901 888 484")]
    [InlineData("+84 (0)901 888 484")]
    [InlineData("0901\u00A0888\u2013484")]
    [InlineData("\u202A+84901888484\u202C")]
    [InlineData("\u2066+84 901 888 484\u2069")]
    [InlineData("\u20680901888484\u2069\uFE0F")]
    [InlineData("0901\u00AD888\u2212484")]
    [InlineData("0901·888•484")]
    [InlineData("\u20190901888484")]
    [InlineData("84 0 901 888 484")]
    [InlineData("0084 (0)901 888 484")]
    [InlineData("tel:+84-901-888-484")]
    [InlineData(" TEL:0901888484")]
    [InlineData("\uFF10\uFF19\uFF10\uFF11\uFF18\uFF18\uFF18\uFF14\uFF18\uFF14")]
    [InlineData("\uFF0B84\uFF0D901\uFF0D888\uFF0D484")]
    [InlineData("0901888484\uDB40\uDC41")]
    public void Numbers_are_read_as_people_write_them(string text)
    {
        var number = EsmsPhoneNumber.Parse(text);

        Assert.Equal(("0901888484", "84901888484", EsmsCarrier.MobiFone), (number.National, number.International, number.Carrier));
    }

    [Fact]
    public void Signs_between_digits_do_not_count() =>
        Assert.All(
            " \t\u00A0.-()_'\u2010\u2011\u2012\u2013\u2014\u2015\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\uFEFF"
                + "\u00AD\u034F\u180E\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\uFE00\uFE0E\uFE0F\u2212\u2043\u2E3A\uFE58\uFE63\uFF0D\u3000\u205F",
            static sign => Assert.Equal("0901888484", EsmsPhoneNumber.Parse($"0901{sign}888{sign}484").National)
        );

    [Fact]
    public void Numbers_are_compared()
    {
        var number = EsmsPhoneNumber.Parse("0901888484");

        Assert.True(number == EsmsPhoneNumber.Parse("+84901888484"));
        Assert.False(number != EsmsPhoneNumber.Parse("+84901888484"));
        Assert.True(number != EsmsPhoneNumber.Parse("0901888485"));
        Assert.False(number == EsmsPhoneNumber.Parse("0901888485"));
    }

    [Theory]
    [InlineData(null, EsmsPhoneProblem.Empty)]
    [InlineData(" ", EsmsPhoneProblem.Empty)]
    [InlineData("+", EsmsPhoneProblem.NotANumber)]
    [InlineData("An", EsmsPhoneProblem.NotANumber)]
    [InlineData("O901888484", EsmsPhoneProblem.NotANumber)]
    [InlineData("8,49E+10", EsmsPhoneProblem.NotANumber)]
    [InlineData("0901888484; 0901888485", EsmsPhoneProblem.NotANumber)]
    [InlineData("0901888484/0901888485", EsmsPhoneProblem.NotANumber)]
    [InlineData("٠٩٠١٨٨٨٤٨٤", EsmsPhoneProblem.NotANumber)]
    [InlineData("0901888484 0901888485", EsmsPhoneProblem.WrongLength)]
    [InlineData("090188848", EsmsPhoneProblem.WrongLength)]
    [InlineData("09018884845", EsmsPhoneProblem.WrongLength)]
    [InlineData("+8490188848", EsmsPhoneProblem.WrongLength)]
    [InlineData("+840", EsmsPhoneProblem.WrongLength)]
    [InlineData("0000901888484", EsmsPhoneProblem.WrongLength)]
    [InlineData("+0901888484", EsmsPhoneProblem.WrongLength)]
    [InlineData("+0084901888484", EsmsPhoneProblem.WrongLength)]
    [InlineData("0901\u2016888484", EsmsPhoneProblem.NotANumber)]
    [InlineData("0901\u2010888\u2E3C484", EsmsPhoneProblem.NotANumber)]
    [InlineData("1234567890", EsmsPhoneProblem.WrongLength)]
    [InlineData("1681234567", EsmsPhoneProblem.WrongLength)]
    [InlineData("9018884841", EsmsPhoneProblem.WrongLength)]
    [InlineData("8490188848", EsmsPhoneProblem.WrongLength)]
    [InlineData("2438123456", EsmsPhoneProblem.NotMobile)]
    [InlineData("+84000901888484", EsmsPhoneProblem.WrongLength)]
    [InlineData("+8400901888484", EsmsPhoneProblem.WrongLength)]
    [InlineData("8400901888484", EsmsPhoneProblem.WrongLength)]
    [InlineData("008400901888484", EsmsPhoneProblem.WrongLength)]
    [InlineData("+84 (00)901888484", EsmsPhoneProblem.WrongLength)]
    [InlineData("084901888484", EsmsPhoneProblem.WrongLength)]
    [InlineData("++84901888484", EsmsPhoneProblem.NotANumber)]
    [InlineData("+84+901888484", EsmsPhoneProblem.NotANumber)]
    [InlineData("84+901888484", EsmsPhoneProblem.NotANumber)]
    [InlineData("0901888484 ext 5", EsmsPhoneProblem.NotANumber)]
    [InlineData("0901888484x5", EsmsPhoneProblem.NotANumber)]
    [InlineData("tel:+84901888484;ext=5", EsmsPhoneProblem.NotANumber)]
    [InlineData("tel:", EsmsPhoneProblem.Empty)]
    [InlineData("tel:tel:0901888484", EsmsPhoneProblem.NotANumber)]
    [InlineData("sms:0901888484", EsmsPhoneProblem.NotANumber)]
    [InlineData("0901\u2026888484", EsmsPhoneProblem.NotANumber)]
    [InlineData("\uFF210901888484", EsmsPhoneProblem.NotANumber)]
    [InlineData("\u2066\u2069", EsmsPhoneProblem.Empty)]
    [InlineData("+901888484", EsmsPhoneProblem.Foreign)]
    [InlineData("8088", EsmsPhoneProblem.WrongLength)]
    [InlineData("113", EsmsPhoneProblem.WrongLength)]
    [InlineData("19001234", EsmsPhoneProblem.WrongLength)]
    [InlineData("1800123456", EsmsPhoneProblem.WrongLength)]
    [InlineData("+12025550101", EsmsPhoneProblem.Foreign)]
    [InlineData("0012025550101", EsmsPhoneProblem.Foreign)]
    [InlineData("+85512345678", EsmsPhoneProblem.Foreign)]
    [InlineData("02438123456", EsmsPhoneProblem.NotMobile)]
    [InlineData("+842438123456", EsmsPhoneProblem.NotMobile)]
    [InlineData("0951234567", EsmsPhoneProblem.NotMobile)]
    public void What_is_no_mobile_number_of_Vietnam_is_told_why(string? text, EsmsPhoneProblem problem)
    {
        Assert.False(EsmsPhoneNumber.TryParse(text, out var number, out var told));
        Assert.Equal((problem, default), (told, number));
    }

    [Fact]
    public void A_number_that_starts_with_the_digits_of_the_country_is_not_taken_for_one_with_the_country() =>
        Assert.Equal(
            ["0841234567", "0841234567", "0841234567"],
            ((string[])["0841234567", "841234567", "84841234567"]).Select(static text => EsmsPhoneNumber.Parse(text).National)
        );

    [Fact]
    public void Its_text_and_its_errors_tell_the_prefix_at_most()
    {
        Assert.Equal("090*******", $"{EsmsPhoneNumber.Parse("0901888484")}");
        Assert.Equal(
            "This is no mobile number of Vietnam (WrongLength).",
            Assert.Throws<FormatException>(static () => EsmsPhoneNumber.Parse("09018884848")).Message
        );
        Assert.Equal(
            ("", "", "", EsmsCarrier.Unknown),
            (
                default(EsmsPhoneNumber).ToString(),
                default(EsmsPhoneNumber).National,
                default(EsmsPhoneNumber).International,
                default(EsmsPhoneNumber).Carrier
            )
        );
    }

    [Fact]
    public void Any_number_is_the_same_in_any_writing()
    {
        var numbers = Gen.Elements(Networks.SelectMany(static network => network.Prefixes.Split(' ')))
            .SelectMany(static _ => Gen.Choose(0, 9_999_999), static (prefix, rest) => $"{prefix[1..]}{rest:D7}");
        var fronts = Gen.Elements("0", "84", "+84", "0084", "+84 0", "");
        var gaps = Gen.Elements("", "", " ", ".", "-", "\u00A0", ") ", " (").ListOf(9);
        var written = numbers
            .SelectMany(_ => fronts, static (number, front) => (number, front))
            .SelectMany(_ => gaps, static (pair, gap) => (pair.number, pair.front, gap));
        Prop.ForAll(
                written.ToArbitrary(),
                static writing =>
                {
                    var text = writing.front + string.Concat(writing.number.Select((digit, i) => writing.gap[i] + digit));
                    var number = EsmsPhoneNumber.Parse(text);
                    return number.National == $"0{writing.number}"
                        && number.International == $"84{writing.number}"
                        && !number.WasElevenDigits
                        && number == EsmsPhoneNumber.Parse(number.National)
                        && number.GetHashCode() == EsmsPhoneNumber.Parse(number.International).GetHashCode();
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_text_is_a_number_or_has_a_reason() =>
        Prop.ForAll(
                Gen.Elements("0123456789+- .x".ToCharArray()).ListOf().Select(static letters => string.Concat(letters)).ToArbitrary(),
                static text =>
                    EsmsPhoneNumber.TryParse(text, out var number, out var problem)
                        ? problem == EsmsPhoneProblem.None
                            && number.National.Length == 10
                            && number.Carrier != EsmsCarrier.Unknown
                            && long.Parse(number.International, CultureInfo.InvariantCulture) > 0
                        : problem != EsmsPhoneProblem.None && number == default
            )
            .QuickCheckThrowOnFailure();
}
