using System.Text;
using System.Text.Json;

namespace Esms.Runtime;

/// <summary>For each byte of a response, what was found at the token that begins there: values that cannot be read, and members that are set aside.</summary>
/// <remarks>Bytes, because an array of an enum would bring its own interfaces into every native app.</remarks>
internal sealed class MemberMarks
{
    private const byte None = 0;
    private const byte Unreadable = 1;
    private const byte UnreadableCode = 2;
    private const byte SetAside = 3;

    private readonly long _start;
    private readonly int _depth;
    private readonly byte[] _marks;

    /// <param name="start">A reader on the first token.</param>
    /// <param name="end">A reader on the last one.</param>
    public MemberMarks(ref Utf8JsonReader start, ref Utf8JsonReader end)
    {
        (_start, _depth) = (start.TokenStartIndex, start.CurrentDepth);
        _marks = new byte[end.BytesConsumed - _start];
    }

    /// <summary>Whether a value was noted.</summary>
    public bool HaveUnreadable { get; private set; }

    /// <summary>Notes a value that cannot be read.</summary>
    /// <param name="reader">The reader, on the value.</param>
    /// <param name="isCode">Whether it is a result code.</param>
    public void Add(ref Utf8JsonReader reader, bool isCode)
    {
        HaveUnreadable = true;
        _marks[At(ref reader)] = isCode ? UnreadableCode : Unreadable;
    }

    /// <summary>Whether a member is set aside.</summary>
    /// <param name="reader">The reader, on the name.</param>
    public bool AreSetAside(ref Utf8JsonReader reader) => _marks[At(ref reader)] == SetAside;

    /// <summary>
    /// Without an error, sets the members aside that hold what was noted: the innermost one, and the next one around when that has not helped. The notes
    /// are dropped. With the error of an object, takes a member back that is set aside, and that the object lacks for that.
    /// </summary>
    /// <param name="reader">A reader on the first token.</param>
    /// <param name="error">The error.</param>
    /// <returns>False when something cannot be read that is needed, or when there is no member to take back.</returns>
    public bool Change(ref Utf8JsonReader reader, EsmsJsonException? error)
    {
        if (error is { Member: null })
            return false;
        var before = (byte[])_marks.Clone();
        var isComplete = error is null;
        HaveUnreadable = false;
        // Of each level, where the name of the member begins that is being passed, or that may be the one to take back; 0 when there is none.
        var names = new int[2];
        do
        {
            var (level, at, token) = (reader.CurrentDepth - _depth, At(ref reader), reader.TokenType);
            var isName = token == JsonTokenType.PropertyName;
            if (level + 1 >= names.Length)
                Array.Resize(ref names, names.Length * 2);
            if (error is null)
            {
                // A name that cannot be read belongs to its object.
                if (before[at] is Unreadable or UnreadableCode && !TrySetAside(before, names, isName ? level - 1 : level, at))
                    isComplete = false;
            }
            else if (token == JsonTokenType.EndObject && reader.TokenStartIndex == error.Offset && names[level + 1] > 0)
            {
                _marks[names[level + 1]] = None;
                return true;
            }
            if (token is JsonTokenType.StartObject or JsonTokenType.StartArray)
                names[level + 1] = 0;
            else if (isName && (error is null || (before[at] == SetAside && EsmsJson.TextEquals(ref reader, Encoding.UTF8.GetBytes(error.Member!)))))
                names[level] = at;
        } while (IsInside(ref reader) && reader.Read());
        return isComplete;
    }

    /// <summary>Sets a member aside for what was noted, which is dropped.</summary>
    /// <param name="before">The marks of the reading before, which tell whether a member was set aside already, and has not helped.</param>
    /// <param name="names">Of each level, where the name of the member begins.</param>
    /// <param name="level">The level of the innermost one.</param>
    /// <param name="at">Where the note is.</param>
    private bool TrySetAside(byte[] before, int[] names, int level, int at)
    {
        _marks[at] = None;
        // Without its code nobody knows what the response means; an element of a list can do without one.
        if (level == 1 && before[at] == UnreadableCode)
            return false;
        for (; level > 0; level--)
        {
            var name = names[level];
            if (name == 0 || before[name] == SetAside)
                continue;
            _marks[name] = SetAside;
            return true;
        }
        return false;
    }

    private int At(ref Utf8JsonReader reader) => (int)(reader.TokenStartIndex - _start);

    private bool IsInside(ref Utf8JsonReader reader) =>
        reader.CurrentDepth > _depth || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
}
