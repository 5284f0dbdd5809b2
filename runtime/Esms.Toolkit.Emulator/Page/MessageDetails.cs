namespace Esms.Emulator;

/// <summary>All there is to tell of one message, for the page.</summary>
internal sealed record MessageDetails(
    EmulatedMessage Message,
    SmsCut? Sms,
    IReadOnlyList<EmulatedRecipient> Recipients,
    IReadOnlyList<EmulatedStep> Timeline,
    IReadOnlyList<EmulatedCallback> Callbacks,
    DateTimeOffset? NextCallbackAt,
    ReceivedRequest? Exchange
)
{
    private const int MostRecipients = 200;

    public static MessageDetails? Of(EmulatorEngine engine, string id) =>
        engine.Messages.Find(id) is not { } message
            ? null
            : new(
                message,
                message.Channel == EmulatedChannel.Sms ? SmsCut.Of(message) : null,
                [.. engine.Messages.RecipientsOf(id).Take(MostRecipients)],
                engine.Messages.TimelineOf(id),
                engine.Messages.CallbacksOf(id),
                engine.Messages.NextCallbackOf(id),
                engine.Requests.LastOrDefault(request => request.MessageId == id)
            );
}

/// <summary>How a text is cut into SMS, by the rule that it was charged by.</summary>
internal sealed record SmsCut(int Parts, int Characters, bool IsUnicode)
{
    public static SmsCut Of(EmulatedMessage message)
    {
        var measure = SmsText.Measure(message.Content, message.IsUnicode);
        return new(measure.Segments, measure.Units, measure.Encoding == EsmsTextEncoding.Unicode);
    }
}
