using Esms.Wire.Tests.Handlers;
using Esms.Wire.Tests.Service;

namespace Esms.Wire.Tests.Grid;

/// <summary>What the caller of one combination was told.</summary>
/// <param name="Call">The combination.</param>
/// <param name="Entry">What the service has seen of it, which may still grow.</param>
/// <param name="Ending">What was told.</param>
/// <param name="Detail">The exception.</param>
internal sealed record Verdict(Call Call, Entry Entry, Ending Ending, string? Detail)
{
    private bool IsSafe => Call.Kind.Repeat == Repeat.Safe;

    /// <summary>
    /// An answer that a handler makes up is above the client: who has a handler say "accepted" in place of the service, as test doubles do, hears that.
    /// Nobody sees it as long as the request was not out; when it was, the wire knows better, except of an address, which a handler can send by itself.
    /// </summary>
    private bool IsMadeUp => Call.Handler == Steps.Answering || (Call.Handler == Steps.Inventing && Call.Kind.IsInAddress);

    /// <summary>What is wrong, by the journal; null when nothing is.</summary>
    public string? Wrong()
    {
        if (Ending == Ending.Undocumented)
            return "an exception that no page describes";
        if (IsSafe)
            return null;
        if (Call.Kind.Repeat == Repeat.Never && Entry.OnTheWire > 1)
            return $"never, and {Entry.OnTheWire} times on the wire";
        if (Entry.Accepted > 1)
            return $"accepted {Entry.Accepted} times";
        return Ending switch
        {
            Ending.NotSent or Ending.CanceledUnsent when Entry.Held > 0 => "told as not sent, and the service has it",
            Ending.Accepted when !IsMadeUp && !MayHaveIt => "told as accepted, and the service has it not",
            Ending.Refused when !IsMadeUp && Entry.Accepted > 0 => "told as refused, and the service has accepted it",
            Ending.Refused when Call.Kind.HasOwnId && Call.Fault.Body == Answers.Duplicate => "told as refused, though nobody else can have the id",
            Ending.Unreadable => "a send, and told as an answer that cannot be read",
            _ => null,
        };
    }

    /// <summary>Code 124 says that the service has it.</summary>
    private bool MayHaveIt => Entry.Accepted > 0 || (Call.Fault.Body == Answers.Duplicate && Entry.OnTheWire > 0);

    public override string ToString() =>
        $"{Call}: {Wrong() ?? "right"} ({Ending}; on the wire {Entry.OnTheWire}, accepted {Entry.Accepted}) {Detail}";
}
