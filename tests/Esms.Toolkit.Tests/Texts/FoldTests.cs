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
    [InlineData("\u2066Ưu đãi\u2069 \u25CF 50%\uFE0F", "Uu dai - 50%")]
    [InlineData("ﬁnal oﬀer, ﬂoor", "final offer, floor")]
    [InlineData("\uFF33\uFF21\uFF2C\uFF25\uFF01\u3000\uFF15\uFF10\uFF05", "SALE! 50%")]
    [InlineData("\uFF45\u0302\uDB40\uDD00\u0301", "e")]
    [InlineData("a\uDB40\uDC41b\uDB40\uDC7Fc", "abc")]
    [InlineData("\uFF5E\uFF40\uFF3E", "~'^")]
    public void Texts_are_folded(string text, string expected) => Assert.Equal(expected, EsmsMessageText.Fold(text));

    [Theory]
    [InlineData("\u2018\u2019\u201A\u201B\u2032\u2035\u02B9\u02BB\u02BC\u02BD`\u00B4\u275B\u275C\uFF07\uFF40", "'")]
    [InlineData("\u201C\u201D\u201E\u201F\u2033\u2036\u00AB\u00BB\u275D\u275E\uFF02", "\"")]
    [InlineData("\u2039", "<")]
    [InlineData("\u203A", ">")]
    [InlineData("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2022\u00B7\u2043\u02D7\u2E3A\u2E3B\uFE58\uFE63\uFF0D", "-")]
    [InlineData("\u25CF\u25AA\u25E6\u2023\u2219\u25A0\u25BA\u25CB\u25AB\u25B6\u25B8\u25C6\u25C7\u2981\u22C5\u2756\u27A2\u30FB\uFF65", "-")]
    [InlineData("\u2026\u22EF", "...")]
    [InlineData("\u2025", "..")]
    [InlineData("\u223C\u301C\u02DC", "~")]
    [InlineData("\t\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000\u1680\u2800\u3164", " ")]
    [InlineData("\u2028\u2029\u0085\v", "\n")]
    [InlineData("\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF\0\u0001\u001B\u007F\u0080\u009F\u034F\u061C\u115F\u17B4\u180B\u180E", "")]
    [InlineData("\u202A\u202B\u202C\u202D\u202E\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206A\u206F\uFE00\uFE0E\uFE0F\uFFF9\uFFFB", "")]
    public void Each_sign_of_a_word_processor_has_its_plain_one(string signs, string plain) =>
        Assert.All(signs, sign => Assert.Equal($"a{plain}b", EsmsMessageText.Fold($"a{sign}b", EsmsFolding.Typography)));

    [Fact]
    public void Signs_beside_those_stay() =>
        Assert.All(
            "\u1FFE\u2016\u2017\u2020\u2027\u2030œ©™½中\uFFFD\uFFFC\f",
            static sign => Assert.Equal($"a{sign}b", EsmsMessageText.Fold($"a{sign}b"))
        );

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
