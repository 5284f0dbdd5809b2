namespace Esms.Toolkit.Reader.Problems;

/// <summary>Every problem that a contract can have. Each has a page of its own in generator/docs, and a test.</summary>
internal static class ProblemKinds
{
    public static readonly ProblemKind InvalidJson = new("ESMS001", "The contract is not JSON", "{0}");

    public static readonly ProblemKind UnknownKey = new("ESMS002", "Unknown key", "There is no key '{0}' here{1}");

    public static readonly ProblemKind MissingKey = new("ESMS003", "A key is missing", "The key '{0}' is missing: {1}");

    public static readonly ProblemKind WrongKind = new("ESMS004", "Wrong kind of value", "'{0}' must be {1}, and is {2}");

    public static readonly ProblemKind UnknownType = new("ESMS005", "Unknown type", "There is no type '{0}'{1}");

    public static readonly ProblemKind DuplicateKey = new(
        "ESMS006",
        "A name stands twice",
        "'{0}' stands twice here; JSON readers would silently drop one of them"
    );

    public static readonly ProblemKind SameCSharpName = new(
        "ESMS007",
        "Two members get one C# name",
        "'{0}' and '{1}' would both become '{2}' in C#; give one of them another \"name\""
    );

    public static readonly ProblemKind InvalidName = new("ESMS008", "Not a usable name", "'{0}' is not a usable name: {1}");

    public static readonly ProblemKind InvalidAddress = new("ESMS009", "Not a usable address", "'{0}' is not a usable address: {1}");

    public static readonly ProblemKind UnknownWord = new(
        "ESMS010",
        "Not one of the allowed words",
        "'{0}' is none of the words that '{1}' allows ({2}){3}"
    );

    public static readonly ProblemKind NameTaken = new(
        "ESMS011",
        "Two contracts declare one name",
        "'{0}' is declared in {1} too; neither of them is generated until one is renamed"
    );

    public static readonly ProblemKind NoResultCode = new(
        "ESMS012",
        "No result code",
        "\"response\" needs a member marked \"result\" for accepted answers and for refused ones, or nobody could tell them apart"
    );

    public static readonly ProblemKind OutOfRange = new("ESMS013", "Value out of range", "'{0}' cannot be '{1}': {2}");

    public static readonly ProblemKind Contradiction = new("ESMS014", "Keys contradict each other", "'{0}' and '{1}' cannot stand together: {2}");

    public static readonly ProblemKind SampleUnknownMember = new(
        "ESMS015",
        "A sample has a member that the contract lacks",
        "The sample has '{0}', which {1} does not know{2}"
    );

    public static readonly ProblemKind SampleDoesNotFit = new(
        "ESMS016",
        "A sample does not fit its contract",
        "The sample's '{0}' is {1}, and the contract says {2}"
    );

    public static readonly ProblemKind KeysInAddress = new(
        "ESMS017",
        "Keys travel in the address",
        "'{0}' puts a key into the address, where proxies and logs see it; acknowledge that with \"keysInAddress\": true",
        IsWarning: true
    );

    public static readonly ProblemKind NotForThisBody = new("ESMS018", "A type does not fit the way it travels", "'{0}' cannot travel {1}: {2}");

    public static readonly ProblemKind UnknownField = new("ESMS019", "A field is named that there is not", "There is no field '{0}' in {1}{2}");

    public static readonly ProblemKind InvalidRootClient = new(
        "ESMS020",
        "Not a usable root client",
        "The property EsmsRootClient cannot be '{0}': {1}"
    );

    public static readonly ProblemKind HidesBuiltIn = new(
        "ESMS021",
        "A name hides a built-in one",
        "Esms.Toolkit has '{0}' too; in the namespace {1}, code that means the built-in one gets this one, so choose another name, such as 'My{0}'",
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
