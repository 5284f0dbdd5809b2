namespace Esms.Cli.Tests;

/// <summary>What <c>esms text</c> tells of a text.</summary>
public sealed class TextTests
{
    [Fact]
    public void A_letter_that_makes_a_text_dear_is_named_with_what_folding_saves()
    {
        var text = $"Cảm ơn quý khách – {new string('a', 60)}";

        var (code, output, _) = EsmsTool.Invoke("text", text, "--price", "850");

        Assert.Equal(0, code);
        Assert.Equal(
            $"""
            Encoding  Unicode, for ả (at 2), ơ (at 5), ý (at 10), á (at 14), – (at 18)
            Length    79, 55 left
            SMS       2, 1.700 đồng
            Folded    Cam on quy khach - {new string('a', 60)}
                      GSM; 79, 81 left; 1, 850 đồng SMS
            Changes   ả → a (at 2), ơ → o (at 5), ý → y (at 10), á → a (at 14), – → - (at 18)
            Saves     1 SMS, 850 đồng

            """.ReplaceLineEndings("\n"),
            output.ReplaceLineEndings("\n")
        );
    }

    [Fact]
    public void A_plain_text_has_nothing_to_fold() =>
        Assert.Equal("Encoding  GSM\nLength    6, 154 left\nSMS       1\n", EsmsTool.Invoke("text", "Cam on").Output.ReplaceLineEndings("\n"));

    [Fact]
    public void Folding_alone_is_for_pipes_and_warns_of_what_stays()
    {
        Assert.Equal((0, "Da Nang 😀\n", "It still goes out as Unicode, for 😀 (at 9).\n"), EsmsTool.Invoke("text", "--fold", "Đà Nẵng 😀"));
        Assert.Equal((0, "Da Nang\n", string.Empty), EsmsTool.Invoke("text", "--fold", "Đà Nẵng"));
    }

    [Fact]
    public async Task A_text_comes_from_the_standard_input_too()
    {
        var result = (await EsmsProcess.RunAsync(["text", "--json"], "Ánh\r\n")).AssertEndsWith(0);

        Assert.Equal(
            ("unicode", 3, 1, 67),
            ((string?)result.Json["encoding"], (int)result.Json["units"]!, (int)result.Json["segments"]!, (int)result.Json["unitsLeft"]!)
        );
        Assert.Equal(
            """[{"position":0,"character":"Á"}]""",
            result.Json["beyondGsm"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
        );
        Assert.Equal(
            ("Anh", "gsm7", "A"),
            (
                (string?)result.Json["folded"]!["text"],
                (string?)result.Json["folded"]!["encoding"],
                (string?)result.Json["folded"]!["changes"]![0]!["to"]
            )
        );
    }

    [Fact]
    public void A_text_by_Zalo_is_not_cut_and_one_that_is_asked_to_be_Unicode_is()
    {
        Assert.Contains("Messages  1", EsmsTool.Invoke("text", new string('a', 500), "--channel", "zalo").Output, StringComparison.Ordinal);
        Assert.Contains("Unicode, as asked for", EsmsTool.Invoke("text", "Cam on", "--unicode").Output, StringComparison.Ordinal);
        Assert.Equal(2, EsmsTool.Invoke("text", "Cam on", "--channel", "fax").ExitCode);
    }
}
