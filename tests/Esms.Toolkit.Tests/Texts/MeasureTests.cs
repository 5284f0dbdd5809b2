using FsCheck;
using FsCheck.Fluent;

namespace Esms.Tests.Texts;

/// <summary>Encoding, length and number of SMS, by the rules of GSM 03.38 and 03.40.</summary>
public sealed class MeasureTests
{
    [Fact]
    public void The_alphabet_is_the_published_one()
    {
        Assert.Equal(127, TextGen.Gsm.Distinct().Count());
        for (var letter = char.MinValue; letter < char.MaxValue; letter++)
        {
            var expected =
                TextGen.Gsm.Contains(letter, StringComparison.Ordinal) ? 1
                : TextGen.GsmExtension.Contains(letter, StringComparison.Ordinal) ? 2
                : 0;
            var measure = EsmsMessageText.Measure(letter.ToString());
            Assert.Equal(
                expected == 0 ? (EsmsTextEncoding.Unicode, 1, 0) : (EsmsTextEncoding.Gsm7, expected, -1),
                (measure.Encoding, measure.Units, measure.FirstBeyondGsm)
            );
        }
    }

    [Theory]
    [InlineData('a', 0, 1, 160)]
    [InlineData('a', 160, 1, 0)]
    [InlineData('a', 161, 2, 145)]
    [InlineData('a', 306, 2, 0)]
    [InlineData('a', 307, 3, 152)]
    [InlineData('a', 459, 3, 0)]
    [InlineData('a', 460, 4, 152)]
    [InlineData('ê', 70, 1, 0)]
    [InlineData('ê', 71, 2, 63)]
    [InlineData('ê', 134, 2, 0)]
    [InlineData('ê', 135, 3, 66)]
    [InlineData('ê', 201, 3, 0)]
    [InlineData('€', 80, 1, 0)]
    [InlineData('€', 81, 2, 143)]
    public void Parts_hold_what_is_published(char letter, int count, int segments, int left)
    {
        var measure = EsmsMessageText.Measure(new string(letter, count));

        Assert.Equal((segments, left), (measure.Segments, measure.UnitsLeft));
    }

    [Fact]
    public void A_character_of_two_units_is_never_split()
    {
        // 152 letters, and a euro that no longer fits: 306 units, which would be two parts by a division.
        var text = new string('a', 152) + "€" + new string('a', 152);
        Assert.Equal((306, 3), (EsmsMessageText.Measure(text).Units, EsmsMessageText.Measure(text).Segments));

        var emoji = new string('ê', 66) + "😀" + new string('ê', 66);
        Assert.Equal((134, 3), (EsmsMessageText.Measure(emoji).Units, EsmsMessageText.Measure(emoji).Segments));
    }

    [Fact]
    public void One_letter_that_GSM_has_not_makes_three_messages_of_one_and_is_named()
    {
        var text =
            "Quy khach vui long thanh toan truoc ngay 30/11 d"
            + "ể"
            + " khong bi gian doan dich vu. Chi tiet lien he tong dai 1900 1234. Tran trong cam on quy khach!";

        var measure = EsmsMessageText.Measure(text);

        Assert.Equal((EsmsTextEncoding.Unicode, 3, 48), (measure.Encoding, measure.Segments, measure.FirstBeyondGsm));
        Assert.Equal(new EsmsTextCharacter(48, "ể"), Assert.Single(EsmsMessageText.BeyondGsm(text)));
        Assert.Equal(1, EsmsMessageText.Measure(EsmsMessageText.Fold(text)).Segments);
    }

    [Fact]
    public void Characters_are_named_as_a_reader_sees_them() =>
        Assert.Equal([new(1, "e\u0302\u0323"), new(5, "😀"), new(8, "\ud83d"), new(9, "ế")], EsmsMessageText.BeyondGsm("xe\u0302\u0323 😀!\ud83dế"));

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    [InlineData(8, 2)]
    [InlineData(23, 1)]
    [InlineData(24, 1)]
    [InlineData(25, 1)]
    [InlineData(26, 1)]
    [InlineData(27, 1)]
    public void Messages_of_Zalo_and_Viber_are_not_cut(int messageType, int segments) =>
        Assert.Equal(segments, EsmsMessageText.Measure(new string('a', 200), EsmsSegmentRules.Of(messageType)).Segments);

    [Fact]
    public void What_is_sent_as_Unicode_is_measured_so() =>
        Assert.Equal(
            (EsmsTextEncoding.Unicode, 2),
            EsmsMessageText.Measure(new string('a', 71), EsmsSegmentRules.Sms, asUnicode: true) is var m ? (m.Encoding, m.Segments) : default
        );

    [Theory]
    [InlineData(122, 1, 0)]
    [InlineData(123, 2, 145)]
    [InlineData(268, 2, 0)]
    [InlineData(269, 3, 152)]
    [InlineData(421, 3, 0)]
    public void Letters_that_an_operator_adds_are_counted(int count, int segments, int left)
    {
        // An operator in Vietnam publishes this table for advertisements, which it adds 38 letters to.
        var measure = EsmsMessageText.Measure(new string('a', count), EsmsSegmentRules.Of(1).Reserving(38));

        Assert.Equal((segments, left, count + 38), (measure.Segments, measure.UnitsLeft, measure.Units));
    }

    [Theory]
    [InlineData(0, 1, 160)]
    [InlineData(153, 1, 7)]
    [InlineData(160, 1, 0)]
    [InlineData(161, 2, 145)]
    [InlineData(306, 2, 0)]
    [InlineData(307, 3, 152)]
    public void What_is_added_may_fill_more_than_one_message(int reserved, int segments, int left)
    {
        var measure = EsmsMessageText.Measure(string.Empty, EsmsSegmentRules.Sms.Reserving(reserved));

        Assert.Equal((segments, left, reserved), (measure.Segments, measure.UnitsLeft, measure.Units));
        var whole = EsmsMessageText.Measure("a", EsmsSegmentRules.Whole.Reserving(reserved));
        Assert.Equal((1, 0), (whole.Segments, whole.UnitsLeft));
    }

    [Fact]
    public void What_cannot_be_measured_is_refused()
    {
        Assert.Throws<ArgumentNullException>(static () => EsmsMessageText.Measure(null!));
        var refused = Assert.Throws<ArgumentOutOfRangeException>(static () => EsmsSegmentRules.Sms.Reserving(-1));
        Assert.StartsWith("Nobody takes letters away.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_is_cut_into_as_few_parts_as_can_be() =>
        Prop.ForAll(
                TextGen.GsmTexts,
                static text =>
                {
                    var measure = EsmsMessageText.Measure(text);
                    var sizes = text.Select(static letter => TextGen.GsmExtension.Contains(letter, StringComparison.Ordinal) ? 2 : 1).ToList();
                    return measure.Units == sizes.Sum() && measure.Segments == (sizes.Sum() <= 160 ? 1 : FewestParts(sizes, 153));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_Unicode_text_is_cut_into_as_few_parts_as_can_be() =>
        Prop.ForAll(
                TextGen.AllTexts,
                static text =>
                {
                    var measure = EsmsMessageText.Measure(text, EsmsSegmentRules.Sms, asUnicode: true);
                    return measure.Units == text.Length && measure.Segments == (text.Length <= 70 ? 1 : FewestParts(SizesOf(text), 67));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_longer_text_never_costs_less() =>
        Prop.ForAll(
                TextGen.AllTexts,
                TextGen.AllTexts,
                static (text, more) => EsmsMessageText.Measure(text + more).Segments >= EsmsMessageText.Measure(text).Segments
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Texts_are_Unicode_exactly_when_a_character_is_named_for_it() =>
        Prop.ForAll(
                TextGen.AllTexts,
                static text =>
                {
                    var named = EsmsMessageText.BeyondGsm(text).ToList();
                    return (EsmsMessageText.Measure(text).Encoding == EsmsTextEncoding.Unicode) == (named.Count > 0)
                        && EsmsMessageText.IsGsm(text) == (named.Count == 0)
                        && named.TrueForAll(character => text.AsSpan(character.Position).StartsWith(character.Text, StringComparison.Ordinal));
                }
            )
            .QuickCheckThrowOnFailure();

    private static List<int> SizesOf(string text)
    {
        var sizes = new List<int>();
        foreach (var rune in text.EnumerateRunes())
            sizes.Add(rune.Utf16SequenceLength);
        return sizes;
    }

    /// <summary>Of all ways to cut, without a rule of thumb.</summary>
    private static int FewestParts(List<int> sizes, int room)
    {
        var fewest = new int[sizes.Count + 1];
        for (var end = 1; end <= sizes.Count; end++)
        {
            fewest[end] = int.MaxValue;
            var units = 0;
            for (var start = end - 1; start >= 0 && (units += sizes[start]) <= room; start--)
                fewest[end] = Math.Min(fewest[end], fewest[start] + 1);
        }
        return fewest[sizes.Count];
    }
}
