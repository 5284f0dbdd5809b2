using System.Xml.Linq;

namespace Esms.Tests.Inbound;

public sealed class ShortNumberMessageTests
{
    /// <summary>The private key that the documentation shows in its example.</summary>
    private const string PrivateKey = "17417a0d20114d36a902e49cad0e97f3";

    [Fact]
    public async Task A_signed_message_is_read_and_believed()
    {
        var (raw, decoded) = await InboundSamples.CallAsync("ShortNumberMessage", "a text");

        foreach (var message in new[] { ShortNumberMessage.Parse(raw), ShortNumberMessage.Parse(decoded) })
        {
            Assert.Equal(
                ("84901888484", "DK đặt", "8041", "DK", "abcdef", "1234"),
                (message.Sender, message.Content, message.ServiceNumber, message.Keyword, message.PartnerId, message.SmsId)
            );
            Assert.Equal(new DateTimeOffset(2013, 2, 28, 13, 1, 1, TimeSpan.FromHours(7)), message.ReceivedAt);
            Assert.True(message.HasValidSignature(PrivateKey));
        }
    }

    [Theory]
    [InlineData("content=DK", "content=dk")]
    [InlineData("smsid=1234", "smsid=1235")]
    [InlineData("cpid=abcdef", "cpid=abcdeg")]
    [InlineData("receiverTime=20130228130101", "receiverTime=20130228130102")]
    [InlineData("sign=", "sign=A")]
    [InlineData("sign=", "unsigned=")]
    public void A_message_that_was_changed_is_not_believed(string from, string to)
    {
        var query = InboundSamples.Query("ShortNumberMessage", "a text");
        Assert.Contains(from, query, StringComparison.Ordinal);

        Assert.False(ShortNumberMessage.Parse(query.Replace(from, to, StringComparison.Ordinal)).HasValidSignature(PrivateKey));
    }

    [Fact]
    public void Another_key_does_not_fit()
    {
        var message = ShortNumberMessage.Parse(InboundSamples.Query("ShortNumberMessage", "a text"));

        Assert.False(message.HasValidSignature(PrivateKey.ToUpperInvariant()));
        Assert.Throws<ArgumentException>(() => message.HasValidSignature(string.Empty));
    }

    [Fact]
    public void A_plus_sign_may_arrive_as_a_blank()
    {
        // Searched for: a message id whose signature has a plus sign.
        foreach (var id in Enumerable.Range(0, 1000))
        {
            var text = $"abcdef{id}x20130228130101";
            var signature = Sign(text + PrivateKey);
            if (!signature.Contains('+', StringComparison.Ordinal))
                continue;
            var query =
                $"sender=84901888484&content=x&serviceNumber=8041&sign={signature.Replace("=", "%3D", StringComparison.Ordinal)}&cpid=abcdef&smsid={id}&receiverTime=20130228130101";
            Assert.True(ShortNumberMessage.Parse(query).HasValidSignature(PrivateKey));
            return;
        }
        Assert.Fail("No signature with a plus sign was found.");
    }

    [Fact]
    public void The_published_example_of_the_signature_is_reproduced() =>
        Assert.Equal("O85nc2XByOhTm8a8t2rYKA==", Sign($"abcdef1234xyz{PrivateKey}"));

    [Fact]
    public void The_reply_is_the_published_one_with_its_tags_closed()
    {
        var xml = new ShortNumberMessageReply
        {
            Message = "Cảm ơn <bạn> & hẹn gặp",
            SmsId = "1234",
            Receiver = "84901888484",
        }.ToXml();

        Assert.Equal(
            "<ClientResponse><Message>Cảm ơn &lt;bạn&gt; &amp; hẹn gặp</Message><Smsid>1234</Smsid><Receiver>84901888484</Receiver></ClientResponse>",
            xml
        );
        Assert.Equal("Cảm ơn <bạn> & hẹn gặp", XDocument.Parse(xml).Root!.Element("Message")!.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u0001")]
    public void A_reply_that_cannot_be_written_is_told(string message)
    {
        var exception = Assert.Throws<ArgumentException>(() =>
            new ShortNumberMessageReply
            {
                Message = message,
                SmsId = "1",
                Receiver = "84901888484",
            }.ToXml()
        );

        Assert.StartsWith("Message", exception.Message, StringComparison.Ordinal);
    }

#pragma warning disable CA5351 // The service signs with MD5.
    private static string Sign(string text) =>
        Convert.ToBase64String(System.Security.Cryptography.MD5.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351
}
