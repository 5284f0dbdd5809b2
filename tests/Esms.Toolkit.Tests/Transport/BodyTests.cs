using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using Esms.Runtime;

namespace Esms.Tests.Transport;

/// <summary>Bodies to the byte.</summary>
public sealed class BodyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_form_has_the_pairs_and_nothing_else()
    {
        using var form = EsmsContent.Form("Đ +&=", default, static (ref EsmsParameters form, string value) => form.Add("n", value));

        await AssertIsAsync("n=%C4%90%20%2B%26%3D", "application/x-www-form-urlencoded; charset=utf-8", form);
    }

    [Fact]
    public async Task Xml_has_the_elements_and_neither_declaration_nor_mark()
    {
        using var xml = EsmsContent.Xml("RQST", "Đ <&>", default, static (writer, value, _) => EsmsXml.Write(writer, "", "CONTENT", value));

        await AssertIsAsync("<RQST><CONTENT>Đ &lt;&amp;&gt;</CONTENT></RQST>", "text/plain; charset=utf-8", xml);
    }

    [Theory]
    [InlineData("a\r\nb\rc\nd\te")]
    [InlineData("\r")]
    [InlineData("  \r\n  ")]
    [InlineData("]]> <![CDATA[ &#xD; &amp; <b/> \"'")]
    [InlineData("Đặng 😀 \u0085\u2028\u00A0")]
    public async Task Xml_is_read_as_it_was_given(string text)
    {
        using var xml = EsmsContent.Xml(
            "RQST",
            text,
            default,
            static (writer, value, _) =>
            {
                EsmsXml.Write(writer, "", "CONTENT", value);
                EsmsXml.Write(writer, "CONTACTS/CUSTOMER", "PHONE", [value, value]);
            }
        );
        var body = await xml.ReadAsStringAsync(Cancellation);

        // Two readers: one that knows the rules of line ends, and one that builds a tree.
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml(body);
        Assert.Equal(
            [text, text, text],
            XElement.Parse(body, LoadOptions.PreserveWhitespace).Descendants().Where(static e => !e.HasElements).Select(static e => e.Value)
        );
        Assert.Equal(text, document.SelectSingleNode("/RQST/CONTENT")!.InnerText);
        Assert.Equal(text, XElement.Parse(EsmsXml.Document("R", ("A", text)), LoadOptions.PreserveWhitespace).Value);
    }

    [Theory]
    [InlineData("a<b", "a\uFFFDb")]
    [InlineData(">", "\uFFFD")]
    [InlineData("><", "\uFFFD\uFFFD")]
    [InlineData("<>", "😀")]
    public async Task A_lone_surrogate_is_the_same_sign_in_every_body(string halves, string arrives)
    {
        // The halves of an emoji would not survive as arguments of a test.
        var text = halves.Replace('<', '\ud83d').Replace('>', '\ude00');
        using var xml = EsmsContent.Xml("R", text, default, static (writer, value, _) => EsmsXml.Write(writer, "", "A", value));
        using var form = EsmsContent.Form(text, default, static (ref EsmsParameters form, string value) => form.Add("a", value));
        using var json = EsmsContent.Json(
            "application/json",
            text,
            default,
            static (writer, value, _) =>
            {
                writer.WriteStartObject();
                EsmsJson.Write(writer, "a"u8, value);
                writer.WriteEndObject();
            }
        );

        Assert.Equal(arrives, XElement.Parse(await xml.ReadAsStringAsync(Cancellation)).Value);
        Assert.Equal(arrives, Uri.UnescapeDataString((await form.ReadAsStringAsync(Cancellation))[2..]));
        Assert.Equal(arrives, (string?)JsonNode.Parse(await json.ReadAsStringAsync(Cancellation))!["a"]);
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("a\u0001")]
    [InlineData("\u001B[1m")]
    [InlineData("\uFFFE")]
    public void What_xml_cannot_hold_is_an_error_that_names_the_field(string text)
    {
        var error = Assert.Throws<ArgumentException>(() =>
            EsmsContent.Xml("R", text, default, static (writer, value, _) => EsmsXml.Write(writer, "", "CONTENT", value))
        );

        Assert.Equal("CONTENT", error.ParamName);
        Assert.Throws<ArgumentException>(() => EsmsXml.Document("R", ("A", text)));
    }

    [Fact]
    public async Task Elements_stand_where_they_belong_and_what_comes_after_them_outside()
    {
        using var xml = EsmsContent.Xml("RQST", "last", default, static (writer, value, _) => WriteNested(writer, value));

        await AssertIsAsync(
            "<RQST><A><B><C><N>1</N></C><C><N>2</N></C></B></A><A><N>3</N></A><LAST>last</LAST></RQST>",
            "text/plain; charset=utf-8",
            xml
        );
    }

    [Fact]
    public void A_document_has_the_elements_that_have_a_value() =>
        Assert.Equal("<R><A>1</A><C>3</C></R>", EsmsXml.Document("R", ("A", "1"), ("B", null), ("C", "3")));

    [Fact]
    public void A_document_without_elements_is_whole() => Assert.Equal("<R />", EsmsXml.Document("R"));

    private static void WriteNested(XmlWriter writer, string value)
    {
        EsmsXml.Write(writer, "A/B/C", "N", ["1", "2"]);
        EsmsXml.Write(writer, "A/B/C", "NONE", (IEnumerable<string>?)null);
        EsmsXml.Write(writer, "A/B/C", "NONE", (string?)null);
        EsmsXml.Write(writer, "A", "N", "3");
        EsmsXml.Write(writer, "", "LAST", value);
    }

    private static async Task AssertIsAsync(string body, string contentType, HttpContent content)
    {
        Assert.Equal(Encoding.UTF8.GetBytes(body), await content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(contentType, content.Headers.ContentType?.ToString());
    }
}
