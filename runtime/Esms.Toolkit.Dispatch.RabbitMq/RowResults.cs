namespace Esms.Dispatching.RabbitMq;

/// <summary>
/// Returns one result for each row of a campaign, and one more for each other content of the row. Messages with other content have the same
/// RequestId, so eSMS has sent one of them and refuses the others as duplicates.
/// </summary>
internal sealed class RowResults
{
    private const string AnotherWasSent =
        "The row was enqueued with two contents, and the other one was sent. Send this one under another key, or in another campaign.";

    private const string OneWasSent = "The row was enqueued with several contents, and which of them was sent is unknown.";

    private readonly Dictionary<UInt128, (UInt128 Content, bool IsAccepted)> _rows = [];
    private readonly HashSet<UInt128> _others = [];
    private readonly Dictionary<UInt128, List<ResultRecord>> _held = [];

    /// <summary>Whether some results wait for others of their rows.</summary>
    public bool AreHeld => _held.Count > 0;

    /// <summary>Adds a result.</summary>
    /// <returns>The results that are final now.</returns>
    public List<ResultRecord> Add(ResultRecord result)
    {
        var row = RowHash.Of(result.Row);
        if (_rows.TryGetValue(row, out var first))
            return first.Content == ContentOf(result) || !_others.Add(row ^ ContentOf(result)) ? [] : [Decide(result, first.IsAccepted)];
        if (result.WasSentByAnother)
        {
            Hold(row, result);
            return [];
        }
        var isAccepted = result.Outcome == EsmsDispatchOutcome.Accepted;
        _rows.Add(row, (ContentOf(result), isAccepted));
        var held = _held.Remove(row, out var others) ? others.Where(other => other.Content != result.Content) : [];
        return [result, .. held.Where(other => _others.Add(row ^ ContentOf(other))).Select(other => Decide(other, isAccepted))];
    }

    /// <summary>Returns the waiting results when no more will arrive. Their messages were sent by a process that published no result.</summary>
    public List<ResultRecord> Finish()
    {
        var results = _held
            .Values.SelectMany(static held =>
                held.Count == 1
                    ? held
                    : held.Select(static result =>
                        result with
                        {
                            Outcome = EsmsDispatchOutcome.Unknown,
                            WasAlreadyAccepted = false,
                            Problem = OneWasSent,
                        }
                    )
            )
            .ToList();
        _held.Clear();
        return results;
    }

    private void Hold(UInt128 row, ResultRecord result)
    {
        if (!_held.TryGetValue(row, out var held))
            _held.Add(row, held = []);
        if (held.TrueForAll(other => other.Content != result.Content))
            held.Add(result);
    }

    /// <summary>The result of a message whose content differs from the one that was sent.</summary>
    private static ResultRecord Decide(ResultRecord result, bool isOtherAccepted) =>
        isOtherAccepted && result.WasAlreadyAccepted
            ? result with
            {
                Outcome = EsmsDispatchOutcome.Invalid,
                WasAlreadyAccepted = false,
                Problem = AnotherWasSent,
            }
            : result;

    private static UInt128 ContentOf(ResultRecord result) => RowHash.Of(result.Content);
}
