namespace Esms.Toolkit.Reader.Model;

/// <summary>A parameter of a request, a member of an answer, or a member of an object in either.</summary>
/// <param name="Wire">The name that the service knows, exactly.</param>
/// <param name="Name">The name of the C# property; empty for a field that has none.</param>
/// <param name="Required">In requests: must be given. In answers: every accepted answer has it, so that its absence is an error.</param>
internal sealed record Field(string Wire, string Name, FieldType Type, bool Required, string Summary)
{
    public FieldRole Role { get; init; }

    /// <summary>Where the field travels in a request.</summary>
    public FieldLocation In { get; init; }

    /// <summary>The one value that is always sent.</summary>
    public Literal? Fixed { get; init; }

    /// <summary>The value that is sent when the caller gives none.</summary>
    public Literal? Default { get; init; }

    /// <summary>Whether a number goes out in quotes.</summary>
    public bool AsText { get; init; }

    public Bounds Bounds { get; init; } = Bounds.None;

    /// <summary>Whether the value is private, such as a phone number or a one-time password, and stays out of logs.</summary>
    public bool Secret { get; init; }

    /// <summary>Whether the field switches to a trial without sending and billing.</summary>
    public bool Sandbox { get; init; }

    /// <summary>Whether the service knows a repeat of the call by this field. The client fills it when the caller does not.</summary>
    public bool IsRepeatKey { get; init; }

    /// <summary>For XML: the elements around this one, the innermost of which is repeated for each item of a list.</summary>
    public string? Under { get; init; }

    /// <summary>For the result code: the values that mean success.</summary>
    public SuccessCodes? Success { get; init; }

    /// <summary>Whether the field is a property, which the caller sets or reads.</summary>
    public bool IsProperty => Role == FieldRole.Data;

    /// <summary>Whether a request cannot go without a value from the caller.</summary>
    public bool IsRequiredFromCaller => IsProperty && Required && Default is null;
}

internal enum FieldRole
{
    /// <summary>Plain data.</summary>
    Data,

    /// <summary>The account's API key.</summary>
    ApiKey,

    /// <summary>The account's secret key.</summary>
    SecretKey,

    /// <summary>Always the same value.</summary>
    Fixed,

    /// <summary>The code that tells success from refusal.</summary>
    Result,

    /// <summary>The text that goes with the code.</summary>
    Message,

    /// <summary>The text of a refusal that has no code.</summary>
    Refusal,
}

/// <summary>How long a text and how many the items of a list may be.</summary>
internal sealed record Bounds(int? MaxLength, int? MinCount, int? MaxCount)
{
    public static Bounds None { get; } = new(null, null, null);

    /// <summary>How many items a list must have in a trial: the service takes one there, however many it wants of a live send.</summary>
    public int? MinCountOfTrials => MinCount > 1 ? 1 : MinCount;
}

/// <summary>The codes that mean success, and how they are written. A code is read from text and number, whichever the contract has.</summary>
/// <param name="AreTexts">Whether the code is written as text.</param>
internal sealed record SuccessCodes(EquatableArray<int> Values, bool AreTexts, ResultPlace Place)
{
    /// <summary>The forms in which a code is met.</summary>
    public const Accepts Forms = Accepts.Text | Accepts.Number;

    /// <summary>The form in which the service writes it.</summary>
    public Accepts Form => AreTexts ? Accepts.Text : Accepts.Number;
}

/// <summary>Which answers have the code at this place; some endpoints have two.</summary>
internal enum ResultPlace
{
    Every,
    Accepted,
    Refused,
}
