using System.Globalization;
using Esms.Dispatching.Worker;
using Esms.Emulator;

namespace Esms.Dispatching.Tests.Kill;

/// <summary>What the outbox says of a campaign, held against the journal of the emulator.</summary>
internal sealed record Tally(int Rows, int Accepted, int Refused, int Unknown, int AlreadyAccepted, int SentTwice, int Wrong)
{
    /// <param name="results">What the outbox says.</param>
    /// <param name="messages">What the emulator accepted. The text of each has the number of its row.</param>
    public static Tally Of(IReadOnlyList<EsmsDispatchResult> results, IEnumerable<EmulatedMessage> messages)
    {
        var sent = messages.GroupBy(static message => message.Content).ToDictionary(static group => group.Key, static group => group.ToList());
        int Sent(EsmsDispatchResult result) => sent.TryGetValue(ContentOf(result), out var found) ? found.Count : 0;
        return new Tally(
            results.DistinctBy(static result => result.Row).Count(),
            results.Count(static result => result.Outcome == EsmsDispatchOutcome.Accepted),
            results.Count(static result => result.Outcome == EsmsDispatchOutcome.Refused),
            results.Count(static result => result.Outcome == EsmsDispatchOutcome.Unknown),
            results.Count(static result => result.WasAlreadyAccepted),
            sent.Values.Count(static copies => copies.Count > 1),
            results.Count(result => IsWrong(result, Sent(result))) + sent.Keys.Except(results.Select(ContentOf)).Count()
        );

        bool IsWrong(EsmsDispatchResult result, int times) =>
            result.Outcome switch
            {
                EsmsDispatchOutcome.Accepted => times != 1 || (result.MessageId is { } id && sent[ContentOf(result)][0].Id != id),
                EsmsDispatchOutcome.Unknown => times > 1,
                _ => times != 0,
            };
    }

    private static string ContentOf(EsmsDispatchResult result) => Campaign.Message(int.Parse(result.Row, CultureInfo.InvariantCulture)).Content;
}
