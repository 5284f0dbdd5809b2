namespace Esms.Toolkit.Reader.Problems;

/// <summary>Every problem that a contract can have. Each has a page of its own in generator/docs, and a test.</summary>
internal static class ProblemKinds
{
    public static readonly ProblemKind InvalidJson = new("ESMS001", "The contract is not JSON", "{0}");

    public static readonly ProblemKind UnknownKey = new("ESMS002", "Unknown key", "Unknown key '{0}'{1}");

    public static readonly ProblemKind MissingKey = new("ESMS003", "Missing key", "The key '{0}' is missing: {1}");

    public static readonly ProblemKind WrongKind = new("ESMS004", "Wrong type of value", "'{0}' must be {1}, not {2}");

    public static readonly ProblemKind UnknownType = new("ESMS005", "Unknown type", "Unknown type '{0}'{1}");

    public static readonly ProblemKind DuplicateKey = new(
        "ESMS006",
        "Duplicate name",
        "Duplicate key '{0}'; JSON readers would silently drop one of them"
    );

    public static readonly ProblemKind SameCSharpName = new(
        "ESMS007",
        "Two members get the same C# name",
        "'{0}' and '{1}' both become '{2}' in C#; give one of them another \"name\""
    );

    public static readonly ProblemKind InvalidName = new("ESMS008", "Invalid name", "'{0}' is not a valid name: {1}");

    public static readonly ProblemKind InvalidAddress = new("ESMS009", "Invalid URL", "'{0}' is not a valid URL: {1}");

    public static readonly ProblemKind UnknownWord = new("ESMS010", "Value not allowed", "'{0}' is not allowed for '{1}'; use one of: {2}{3}");

    public static readonly ProblemKind NameTaken = new(
        "ESMS011",
        "Two contracts declare the same name",
        "'{0}' is also declared in {1}; neither is generated until one is renamed"
    );

    public static readonly ProblemKind NoResultCode = new(
        "ESMS012",
        "No result code",
        "\"response\" needs a member marked \"result\" for accepted answers and for refused ones, because they cannot be told apart otherwise"
    );

    public static readonly ProblemKind OutOfRange = new("ESMS013", "Value out of range", "'{0}' cannot be '{1}': {2}");

    public static readonly ProblemKind Contradiction = new("ESMS014", "Keys cannot be combined", "'{0}' cannot be combined with '{1}': {2}");

    public static readonly ProblemKind SampleUnknownMember = new(
        "ESMS015",
        "A sample has a member that is not in the contract",
        "The sample has '{0}', which is not in {1}{2}"
    );

    public static readonly ProblemKind SampleDoesNotFit = new(
        "ESMS016",
        "A sample does not fit its contract",
        "In the sample, '{0}' is {1}; the contract expects {2}"
    );

    public static readonly ProblemKind KeysInAddress = new(
        "ESMS017",
        "Keys in the URL",
        "'{0}' puts a key into the URL, where proxies and logs can see it; confirm this with \"keysInAddress\": true",
        IsWarning: true
    );

    public static readonly ProblemKind NotForThisBody = new("ESMS018", "A type cannot be sent this way", "'{0}' cannot be sent {1}: {2}");

    public static readonly ProblemKind UnknownField = new("ESMS019", "Unknown field", "There is no field '{0}' in {1}{2}");

    public static readonly ProblemKind InvalidRootClient = new("ESMS020", "Invalid root client", "The property EsmsRootClient cannot be '{0}': {1}");

    public static readonly ProblemKind HidesBuiltIn = new(
        "ESMS021",
        "A name hides a built-in one",
        "Esms.Toolkit also has '{0}', which this one hides in the namespace {1}; choose another name, such as 'My{0}'",
        IsWarning: true
    );

    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        InvalidJson,
        UnknownKey,
        MissingKey,
        WrongKind,
        UnknownType,
        DuplicateKey,
        SameCSharpName,
        InvalidName,
        InvalidAddress,
        UnknownWord,
        NameTaken,
        NoResultCode,
        OutOfRange,
        Contradiction,
        SampleUnknownMember,
        SampleDoesNotFit,
        KeysInAddress,
        NotForThisBody,
        UnknownField,
        InvalidRootClient,
        HidesBuiltIn,
    ];
}
