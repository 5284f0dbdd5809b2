namespace Esms.Emulator;

/// <summary>What can be done to a message by hand. The callback follows as for any other end.</summary>
public sealed class EmulatorActions
{
    private readonly EmulatorWorld _world;

    internal EmulatorActions(EmulatorWorld world) => _world = world;

    /// <summary>It reaches everybody, now.</summary>
    /// <param name="id">The message id.</param>
    /// <exception cref="KeyNotFoundException">There is no such message.</exception>
    public void Deliver(string id) => Edit(id, _world.Store.Course.Deliver);

    /// <summary>It reaches nobody, now. If an SMS was to go out when Zalo fails, it does, and the message goes on.</summary>
    /// <param name="id">The message id.</param>
    /// <param name="errorCode">The code of Zalo, for its messages.</param>
    /// <param name="errorText">Why.</param>
    /// <exception cref="KeyNotFoundException">There is no such message.</exception>
    public void Fail(
        string id,
        int errorCode = -114,
        string errorText = "User is inactive, or reject the message, or using an outdated Zalo version, or other internal errors"
    ) =>
        Edit(
            id,
            message =>
            {
                if (message.FallbackContent is { } content)
                {
                    var price =
                        _world.Catalogue.Prices.Of(EmulatedChannel.Sms, MessageTypes.CustomerCare)
                        * SmsText.Measure(content, isUnicode: false).Segments;
                    _world.Store.Course.FallBack(message, errorText, price, _world.Clock.GetUtcNow() + _world.Options.Pace.Report);
                }
                else
                {
                    _world.Store.Course.Fail(message, message.Channel == EmulatedChannel.Zalo ? errorCode : null, errorText);
                }
            }
        );

    /// <summary>eSMS does not approve it (status 4).</summary>
    /// <param name="id">The message id.</param>
    /// <param name="reason">Why; seen here only.</param>
    /// <exception cref="KeyNotFoundException">There is no such message.</exception>
    public void Reject(string id, string? reason = null) => Edit(id, message => _world.Store.Course.Reject(message, reason));

    /// <summary>Its end, and its callback, come later than planned.</summary>
    /// <param name="id">The message id.</param>
    /// <param name="by">By how much.</param>
    /// <exception cref="KeyNotFoundException">There is no such message.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The end would come earlier, or past the year 8999.</exception>
    /// <exception cref="InvalidOperationException">It has come to its end already.</exception>
    public void Postpone(string id, TimeSpan by) =>
        Edit(
            id,
            message =>
            {
                if (by < TimeSpan.Zero || by > EmulatorClock.Latest - message.FinishedAt)
                    throw new ArgumentOutOfRangeException(
                        nameof(by),
                        $"The end cannot be put off by {by}; it comes later only, and in the year 8999 at the latest."
                    );
                if (message.Outcome != EmulatedOutcome.Pending)
                    throw new InvalidOperationException("The message has come to its end already.");
                _world.Store.Course.Postpone(message, by);
            }
        );

    /// <summary>Makes its callback once more.</summary>
    /// <param name="id">The message id.</param>
    /// <exception cref="KeyNotFoundException">There is no such message.</exception>
    /// <exception cref="InvalidOperationException">It has no callback address, or has not come to its end.</exception>
    public void Redeliver(string id) =>
        Edit(
            id,
            message =>
            {
                if (message.CallbackUrl is null || message.Outcome == EmulatedOutcome.Pending)
                    throw new InvalidOperationException("The message has no callback address, or has not come to its end.");
                _world.Store.Callbacks.Schedule(message.Number, _world.Clock.GetUtcNow());
            }
        );

    private void Edit(string id, Action<EmulatedMessage> edit)
    {
        _world.Store.Transact(() =>
        {
            edit(_world.Store.Messages.Find(id) ?? throw new KeyNotFoundException($"There is no message {id}."));
            return 0;
        });
        _world.Changes.Expect(_world.Store.Messages.Find(id)!);
        _world.Changes.Publish(EmulatorChangeKind.Edited, id);
    }
}
