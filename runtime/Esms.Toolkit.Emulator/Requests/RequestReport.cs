namespace Esms.Emulator;

/// <summary>What is wrong with a request, compared with a contract.</summary>
internal sealed class RequestReport
{
    private const int FixedWeight = 100;
    private const int MissingWeight = 10;

    private readonly List<RequestProblem> _problems = [];
    private readonly List<string> _unknown = [];
    private readonly List<string> _nearMisses = [];
    private readonly List<string> _notes = [];
    private int _weight;

    /// <summary>What the service refuses, the first one first.</summary>
    public IReadOnlyList<RequestProblem> Problems => _problems;

    /// <summary>Fields that the contract does not have, by their paths.</summary>
    public IReadOnlyList<string> UnknownFields => _unknown;

    /// <summary>Those among them that are close to a known name, with that name.</summary>
    public IReadOnlyList<string> NearMisses => _nearMisses;

    /// <summary>What the service takes, and the contract writes otherwise.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>
    /// How far the request is from the contract: several operations can have one address. Notes do not count, because the service does not look at
    /// quotes around a number either.
    /// </summary>
    public int Distance => _weight + (_problems.Count * MissingWeight) + (_unknown.Count * MissingWeight);

    /// <summary>Whether the request can be meant for this endpoint at all.</summary>
    public bool IsMeant { get; private set; } = true;

    public void AddProblem(EsmsResultCode code, string field, string text) => _problems.Add(new RequestProblem(code, field, text));

    /// <summary>A value that never changes is another one, or missing.</summary>
    public void AddWrongFixed(EsmsResultCode code, string field, string text)
    {
        _weight += FixedWeight;
        IsMeant = false;
        AddProblem(code, field, text);
    }

    public void AddMissing(EsmsResultCode code, string field)
    {
        IsMeant = false;
        AddProblem(code, field, "is missing");
    }

    /// <param name="field">Its path.</param>
    /// <param name="hint">What is probably meant, as the rest of a sentence; empty when no known name is near.</param>
    public void AddUnknown(string field, string hint)
    {
        _unknown.Add(field + hint);
        if (hint.Length > 0)
            _nearMisses.Add(field + hint);
    }

    public void AddNote(string note) => _notes.Add(note);
}

/// <summary>Why the service refuses a request.</summary>
/// <param name="Code">The code of its answer.</param>
/// <param name="Field">The path of the field.</param>
/// <param name="Text">What is wrong with it, as the rest of a sentence.</param>
internal sealed record RequestProblem(EsmsResultCode Code, string Field, string Text)
{
    public override string ToString() => $"{Field} {Text} ({(int)Code} {Code})";
}
