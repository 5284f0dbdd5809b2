using System.Collections.Concurrent;
using System.Xml.Linq;
using Esms.Tests.Receiving.Server;

namespace Esms.Tests.Receiving;

public sealed class ShortNumberTests
{
    /// <summary>The private key that the documentation shows in its example.</summary>
    private const string PrivateKey = "17417a0d20114d36a902e49cad0e97f3";

    private static readonly string Signed = Published.Query("ShortNumberMessage", "a text");

    [Fact]
    public async Task A_signed_message_is_handled_and_its_reply_is_sent()
    {
        var received = new ConcurrentQueue<ShortNumberMessage>();
        await using var receiver = await ReceiverAsync(
            received,
            static message =>
                new()
                {
                    Message = "Cảm ơn <bạn>",
                    SmsId = message.SmsId,
                    Receiver = message.Sender,
                }
        );

        var answer = await receiver.GetAsync(Signed);
        var repeat = await receiver.GetAsync(Signed);

        Assert.Equal((200, "text/xml; charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.Equal(["Cảm ơn <bạn>", "1234", "84901888484"], XDocument.Parse(answer.Body).Root!.Elements().Select(static element => element.Value));
        Assert.Equal(("84901888484", "DK đặt"), (Assert.Single(received).Sender, received.Single().Content));
        Assert.Equal(answer, repeat); // Its reply may have been what was lost.
    }

    [Fact]
    public async Task No_reply_is_an_empty_answer()
    {
        var received = new ConcurrentQueue<ShortNumberMessage>();
        await using var receiver = await ReceiverAsync(received, static _ => null);

        Assert.Equal(new Answer(200, string.Empty, null), await receiver.GetAsync(Signed));
        Assert.Single(received);
    }

    [Theory]
    [InlineData("content=DK", "content=dk")]
    [InlineData("smsid=1234", "smsid=1235")]
    [InlineData("sign=", "sign=A")]
    [InlineData("sign=", "unsigned=")]
    public async Task A_message_that_was_changed_is_refused(string from, string to)
    {
        var received = new ConcurrentQueue<ShortNumberMessage>();
        await using var receiver = await ReceiverAsync(received, static _ => null);
        Assert.Contains(from, Signed, StringComparison.Ordinal);

        var answer = await receiver.GetAsync(Signed.Replace(from, to, StringComparison.Ordinal));

        Assert.Equal((403, string.Empty), (answer.Status, answer.Body));
        Assert.Empty(received);
        Assert.Single(receiver.Logs.Lines, static line => line.Contains("is not signed with the private key", StringComparison.Ordinal));
        Assert.All(
            receiver.Logs.Lines,
            static line =>
                Assert.DoesNotContain(
                    new[] { PrivateKey, "84901888484", "oeq33XoFio", "DK" },
                    secret => line.Contains(secret, StringComparison.Ordinal)
                )
        );
    }

    [Theory]
    [InlineData("", "&x=1")]
    [InlineData("sender=84901888484", "sender=84999999999")]
    [InlineData("serviceNumber=8041", "serviceNumber=8099")]
    [InlineData("keyword=DK", "keyword=HUY")]
    [InlineData("cpid=abcdef&smsid=1234", "cpid=abcdef1&smsid=234")]
    [InlineData("sign=oeq33XoFioCogoT1BmLvfw%3D%3D", "sign=x&sign=oeq33XoFioCogoT1BmLvfw==")]
    public async Task What_is_not_signed_makes_no_other_message(string from, string to)
    {
        var received = new ConcurrentQueue<ShortNumberMessage>();
        await using var receiver = await ReceiverAsync(
            received,
            static message =>
                new()
                {
                    Message = "ok",
                    SmsId = message.SmsId,
                    Receiver = message.Sender,
                }
        );

        var answer = await receiver.GetAsync(Signed);
        var forged = from.Length == 0 ? $"{Signed}{to}" : Signed.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(Signed, forged);

        Assert.Equal(answer, await receiver.GetAsync(forged));
        Assert.Equal(answer, await receiver.PostAsync(forged));
        Assert.Contains("<Receiver>84901888484</Receiver>", answer.Body, StringComparison.Ordinal);
        Assert.Single(received);
    }

    [Fact]
    public void The_documentation_names_what_is_signed() =>
        Assert.Equal(["cpid", "smsid", "content", "receiverTime"], ShortNumberMessage.SignedParameters);

    [Fact]
    public async Task The_reply_is_waited_for_whatever_the_options_say()
    {
        var received = new ConcurrentQueue<ShortNumberMessage>();
        await using var receiver = await ReceiverAsync(
            received,
            static message =>
                new()
                {
                    Message = "ok",
                    SmsId = message.SmsId,
                    Receiver = message.Sender,
                },
            static options => options.Answer = EsmsCallbackAnswer.WhenQueued
        );

        Assert.Contains("<Message>ok</Message>", (await receiver.GetAsync(Signed)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_private_key_there_is_no_address_for_them()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Receiver.StartAsync(static app =>
                app.MapEsmsShortNumberMessage("/esms/{token}", static (_, _) => Task.FromResult<ShortNumberMessageReply?>(null))
            )
        );

        Assert.Contains("ShortNumberPrivateKey", exception.Message, StringComparison.Ordinal);
    }

    private static Task<Receiver> ReceiverAsync(
        ConcurrentQueue<ShortNumberMessage> received,
        Func<ShortNumberMessage, ShortNumberMessageReply?> reply,
        Action<EsmsCallbackOptions>? configure = null
    ) =>
        Receiver.StartAsync(
            app =>
                app.MapEsmsShortNumberMessage(
                    "/esms/{token}",
                    (message, _) =>
                    {
                        received.Enqueue(message);
                        return Task.FromResult(reply(message));
                    }
                ),
            options =>
            {
                options.ShortNumberPrivateKey = PrivateKey;
                configure?.Invoke(options);
            }
        );
}
