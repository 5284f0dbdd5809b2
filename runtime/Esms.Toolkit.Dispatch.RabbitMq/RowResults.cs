namespace Esms.Dispatching.RabbitMq;

/// <summary>
/// Gives each row of a campaign one result, and one more for each other content that it was enqueued with: those have one RequestId, so eSMS has sent
/// one of them, and answers for the others that it knows the id.
/// </summary>
internal sealed class RowResults
{
    private const string AnotherWasSent =
        "The row was enqueued with two contents, and the other one was sent. Send this one under another key, or in another campaign.";

    private const string OneWasSent = "The row was enqueued with several contents, and nobody can find out which of them was sent.";

    private readonly Dictionary<UInt128, (UInt128 Content, bool IsAccepted)> _rows = [];
    private readonly HashSet<UInt128> _others = [];
    private readonly Dictionary<UInt128, List<ResultRecord>> _held = [];

    /// <summary>Whether there are results that wait for others of their rows.</summary>
    public bool AreHeld => _held.Count > 0;

    /// <summary>Takes a result.</summary>
    /// <returns>What can be said now.</returns>
    public List<ResultRecord> Add(ResultRecord result)
    {
        var row = RowHash.Of(result.Row);
        if (_rows.TryGetValue(row, out var first))
            return first.Content == ContentOf(result) || !_others.Add(row ^ ContentOf(result)) ? [] : [Judge(result, first.IsAccepted)];
        if (result.WasSentByAnother)
        {
            Hold(row, result);
            return [];
        }
        var isAccepted = result.Outcome == EsmsDispatchOutcome.Accepted;
        _rows.Add(row, (ContentOf(result), isAccepted));
        var held = _held.Remove(row, out var others) ? others.Where(other => other.Content != result.Content) : [];
        return [result, .. held.Where(other => _others.Add(row ^ ContentOf(other))).Select(other => Judge(other, isAccepted))];
    }

    /// <summary>The results that wait, when no others of their rows are to come: their messages were sent by somebody who said nothing of it.</summary>
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

    /// <summary>A message of another content than the one that has its result.</summary>
    private static ResultRecord Judge(ResultRecord result, bool isOtherAccepted) =>
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
