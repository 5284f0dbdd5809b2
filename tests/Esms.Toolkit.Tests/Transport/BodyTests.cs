using System.Text;
using System.Xml;
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
