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
    /// Sets the members aside that hold what was noted: the innermost one, and the next one around when that has not helped. The notes are dropped.
    /// </summary>
    /// <param name="reader">A reader on the first token.</param>
    /// <returns>False when something cannot be read that is needed.</returns>
    public bool SetMoreAside(ref Utf8JsonReader reader)
    {
        var before = _marks.AsSpan().ToArray();
        var isComplete = true;
        HaveUnreadable = false;
        // Of each level, where the name of the member begins that is being passed; 0 in a list.
        var names = new int[2];
        do
        {
            var (level, at) = (reader.CurrentDepth - _depth, At(ref reader));
            var isName = reader.TokenType == JsonTokenType.PropertyName;
            if (level + 1 >= names.Length)
                Array.Resize(ref names, names.Length * 2);
            if (before[at] is Unreadable or UnreadableCode)
            {
                _marks[at] = None;
                // A name that cannot be read belongs to its object.
                isComplete &= TrySetAside(before, names, isName ? level - 1 : level, before[at] == UnreadableCode);
            }
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                names[level + 1] = 0;
            else if (isName)
                names[level] = at;
        } while (IsInside(ref reader) && reader.Read());
        return isComplete;
    }

    /// <summary>Takes back a member that is set aside, and that its object lacks for that.</summary>
    /// <param name="reader">A reader on the first token.</param>
    /// <param name="exception">The error of the object.</param>
    /// <returns>False when there is no such member.</returns>
    public bool TakeBack(ref Utf8JsonReader reader, EsmsJsonException exception)
    {
        if (exception.Member is null)
            return false;
        var member = Encoding.UTF8.GetBytes(exception.Member);
        // Of each level, where the name of the member begins; 0 when it is not set aside.
        var names = new int[2];
        do
        {
            var (level, at) = (reader.CurrentDepth - _depth, At(ref reader));
            if (level + 1 >= names.Length)
                Array.Resize(ref names, names.Length * 2);
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                names[level + 1] = 0;
            }
            else if (reader.TokenType == JsonTokenType.PropertyName && _marks[at] == SetAside && EsmsJson.TextEquals(ref reader, member))
            {
                names[level] = at;
            }
            else if (reader.TokenType == JsonTokenType.EndObject && reader.TokenStartIndex == exception.Offset && names[level + 1] > 0)
            {
                _marks[names[level + 1]] = None;
                return true;
            }
        } while (IsInside(ref reader) && reader.Read());
        return false;
    }

    /// <summary>The marks of the reading before tell whether a member was set aside already, and has not helped.</summary>
    private bool TrySetAside(byte[] before, int[] names, int level, bool isCode)
    {
        // Without its code nobody knows what the response means; an element of a list can do without one.
        if (level == 1 && isCode)
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
