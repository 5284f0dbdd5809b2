using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Esms.Tests.Texts;

/// <summary>Vietnamese without marks, and plain signs.</summary>
public sealed class FoldTests
{
    private static readonly NormalizationForm[] Forms = [NormalizationForm.FormC, NormalizationForm.FormD];

    [Fact]
    public void Every_Vietnamese_letter_loses_its_marks_in_every_form()
    {
        Assert.Equal(134, TextGen.Letters.Distinct().Count());
        foreach (var letter in TextGen.Letters)
        {
            var plain = PlainOf(letter);
            Assert.All(SpellingsOf(letter), spelling => Assert.Equal($"x{plain}x", EsmsMessageText.Fold($"x{spelling}x")));
            Assert.Equal(plain, EsmsMessageText.Fold(letter, EsmsFolding.Diacritics));
        }
    }

    [Theory]
    [InlineData("Đặng Thị Ngọc Ánh", "Dang Thi Ngoc Anh")]
    [InlineData("TIẾNG VIỆT ĐẦY ĐỦ DẤU", "TIENG VIET DAY DU DAU")]
    [InlineData("Phở, bún chả, bánh cuốn: 100.000₫ “rẻ” – ngon…", "Pho, bun cha, banh cuon: 100.000d \"re\" - ngon...")]
    [InlineData("\u00D0à Nẵng", "Da Nang")]
    [InlineData("a\u00A0b\tc\u200Bd\uFEFF", "a b cd")]
    [InlineData("He said ‘hi’ • «ok» 2×3", "He said 'hi' - \"ok\" 2x3")]
    [InlineData("z\u0301A\u0301Z\u0323", "zAZ")]
    public void Texts_are_folded(string text, string expected) => Assert.Equal(expected, EsmsMessageText.Fold(text));

    [Theory]
    [InlineData("\u2018\u2019\u201A\u201B\u2032\u02BC`\u00B4", "'")]
    [InlineData("\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB", "\"")]
    [InlineData("\u2039", "<")]
    [InlineData("\u203A", ">")]
    [InlineData("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2022\u00B7\u2043", "-")]
    [InlineData("\t\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000", " ")]
    [InlineData("\u2028\u2029\u0085\v", "\n")]
    [InlineData("\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF", "")]
    public void Each_sign_of_a_word_processor_has_its_plain_one(string signs, string plain) =>
        Assert.All(signs, sign => Assert.Equal($"a{plain}b", EsmsMessageText.Fold($"a{sign}b", EsmsFolding.Typography)));

    [Fact]
    public void Signs_beside_those_stay() =>
        Assert.All("\u1FFE\u2016\u2017\u2020\u2027\u2030", static sign => Assert.Equal($"a{sign}b", EsmsMessageText.Fold($"a{sign}b")));

    [Fact]
    public void Signs_can_be_folded_alone()
    {
        Assert.Equal("Tiếng 'Việt'...", EsmsMessageText.Fold("Tiếng ‘Việt’…", EsmsFolding.Typography));
        Assert.Equal("Tieng ‘Viet’…", EsmsMessageText.Fold("Tiếng ‘Việt’…", EsmsFolding.Diacritics));
        Assert.Equal("Tiếng", EsmsMessageText.Fold("Tiếng", EsmsFolding.None));
    }

    [Fact]
    public void A_preview_tells_each_change_and_what_is_left()
    {
        var folded = EsmsMessageText.PreviewFold("Đo\u031B\u0323i… ñ中 😀");

        Assert.Equal("Doi... ñ中 😀", folded.Text);
        Assert.Equal([new(0, "Đ", "D"), new(1, "o\u031B\u0323", "o"), new(5, "…", "...")], folded.Changes);
        Assert.Equal([new(8, "中"), new(10, "😀")], folded.Remaining);
        Assert.DoesNotContain("Doi", folded.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_that_belong_to_no_letter_stay() =>
        Assert.Equal(
            ["\u0301", "1\u0301", " \u0323"],
            ((string[])["\u0301", "1\u0301", " \u0323"]).Select(static text => EsmsMessageText.Fold(text))
        );

    [Fact]
    public void A_text_with_nothing_to_fold_is_the_same_object()
    {
        const string text = "Cam on quy khach [50%]";
        Assert.Same(text, EsmsMessageText.Fold(text));
    }

    [Fact]
    public void Folding_twice_changes_nothing_more() =>
        Prop.ForAll(TextGen.AllTexts, static text => EsmsMessageText.Fold(EsmsMessageText.Fold(text)) == EsmsMessageText.Fold(text))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_changes_make_the_folded_text_of_the_text() =>
        Prop.ForAll(
                TextGen.AllTexts,
                static text =>
                {
                    var folded = EsmsMessageText.PreviewFold(text);
                    var remade = new StringBuilder(text);
                    foreach (var change in folded.Changes.Reverse())
                    {
                        Assert.Equal(change.From, remade.ToString(change.Position, change.From.Length));
                        remade.Remove(change.Position, change.From.Length).Insert(change.Position, change.To);
                    }
                    return remade.ToString() == folded.Text
                        && folded.Text == EsmsMessageText.Fold(text)
                        && folded.Remaining.SequenceEqual(EsmsMessageText.BeyondGsm(folded.Text));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Only_what_nobody_sees_is_taken_away() =>
        Prop.ForAll(
                TextGen.AllTexts,
                static text => EsmsMessageText.PreviewFold(text).Changes.All(static change => change.To.Length > 0 || change.From == "\u200B")
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Forms_of_the_same_text_fold_to_the_same() =>
        Prop.ForAll(
                TextGen.VietnameseTexts,
                static text =>
                    Forms.Select(form => EsmsMessageText.Fold(text.Normalize(form))).Append(EsmsMessageText.Fold(text)).Distinct().Count() == 1
            )
            .QuickCheckThrowOnFailure();

    private static string PlainOf(string letter) =>
        letter switch
        {
            "đ" => "d",
            "Đ" => "D",
            _ => letter.Normalize(NormalizationForm.FormD)[..1],
        };

    /// <summary>One character, a letter and marks in each order, and all that lies between.</summary>
    private static IEnumerable<string> SpellingsOf(string letter)
    {
        var marks = letter.Normalize(NormalizationForm.FormD)[1..];
        yield return letter;
        yield return PlainOf(letter) + marks;
        yield return PlainOf(letter) + new string([.. marks.Reverse()]);
        foreach (var mark in marks)
            yield return $"{PlainOf(letter)}{mark}".Normalize() + marks.Replace(mark.ToString(), string.Empty, StringComparison.Ordinal);
    }
}
