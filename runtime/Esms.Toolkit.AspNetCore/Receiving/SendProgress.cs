namespace Esms.Receiving;

/// <summary>How far a send or a call has come, as the callback or the look-up has it.</summary>
/// <param name="Status">Its status; null when there is none.</param>
/// <param name="Reported">For how many recipients the outcome is known; null when that is not said.</param>
/// <param name="Receivers">How many recipients there are; null when that is not said.</param>
internal readonly record struct SendProgress(SendStatus? Status, int? Reported = null, int? Receivers = null)
{
    /// <summary>The rank of a status after which none comes. One without a name is taken for such: what the service will add is not known.</summary>
    private const int End = 4;

    public static SendProgress Of(DeliveryCallback call) => new(call.SendStatus, call.SendSuccess + call.SendFailed, call.TotalReceivers);

    public static SendProgress Of(GetSendStatusResponse status) =>
        new(status.SendStatus, status.SendSuccess + status.SendFailed, status.TotalReceivers);

    /// <summary>
    /// How far a look-up is behind a callback: the service does not update both at the same moment. A look-up that contradicts the callback at
    /// the same stage is not behind; it counts.
    /// </summary>
    public static Lag Compare(SendProgress lookup, SendProgress callback)
    {
        // A callback is made when something has ended, so one without a status means an end.
        var (reached, claimed) = (RankOf(lookup.Status) ?? 0, RankOf(callback.Status) ?? End);
        if (reached < claimed)
            return Lag.Status;
        // At the end too, recipients are counted one after the other.
        var isIncomplete = lookup.Reported < lookup.Receivers && lookup.Reported < callback.Reported;
        return reached == End && lookup.Status == callback.Status && isIncomplete ? Lag.Counts : Lag.None;
    }

    private static int? RankOf(SendStatus? status) =>
        status switch
        {
            null => null,
            SendStatus.BeingComposed => 0,
            SendStatus.WaitingForApproval => 1,
            SendStatus.WaitingToSend => 2,
            SendStatus.WaitingForReport => 3,
            _ => End,
        };
}
