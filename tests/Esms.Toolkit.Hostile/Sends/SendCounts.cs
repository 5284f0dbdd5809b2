using System.Globalization;
using Esms.Toolkit.Hostile.Server;

namespace Esms.Toolkit.Hostile.Sends;

/// <summary>What a run came to.</summary>
internal sealed class SendCounts
{
    private readonly IReadOnlyCollection<Verdict> _verdicts;

    public SendCounts(IReadOnlyCollection<Verdict> verdicts, Journal journal)
    {
        _verdicts = verdicts;
        Twice = journal.Twice;
        Garbled = journal.Garbled;
        Wrong = [.. verdicts.Where(verdict => !verdict.IsRight(journal.HasAccepted(verdict.Send))).OrderBy(static verdict => verdict.Send)];
    }

    public int Sends => _verdicts.Count;

    /// <summary>Sends whose outcome was unknown, and had to be settled.</summary>
    public int Unknown => _verdicts.Count(static verdict => verdict.WasUnknown);

    /// <summary>Sends that were accepted more than once.</summary>
    public int Twice { get; }

    /// <summary>Requests that did not arrive as they were given.</summary>
    public int Garbled { get; }

    /// <summary>Sends of which the client says something else than the journal, or nothing definite.</summary>
    public IReadOnlyList<Verdict> Wrong { get; }

    public bool IsRight => Twice == 0 && Garbled == 0 && Wrong.Count == 0;

    public int Of(Ending ending) => _verdicts.Count(verdict => verdict.Ending == ending);

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Sends} sends: {Of(Ending.Accepted)} accepted, {Of(Ending.AlreadyAccepted)} found accepted, {Of(Ending.Refused)} refused, {Of(Ending.NotSent)} not sent; {Unknown} of them unknown first, {Of(Ending.NeverSettled)} for good; accepted twice {Twice}, without a definite outcome {Of(Ending.Undefined)}, verdict wrong {Wrong.Count}, garbled {Garbled}"
        );
}
