using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Esms.Runtime;

/// <summary>
/// Reads a response again in which a value could not be read. The members that hold such values are set aside: their properties stay null, and their
/// JSON is kept in <see cref="EsmsObject.UnknownMembers"/>. Nothing of this runs while responses are what their contracts say.
/// </summary>
/// <remarks>
/// A reading notes every value that it cannot read, and goes on; the next one sets aside the members that these values are in, until a reading notes
/// nothing. So the time depends on the size of a response, and not on how much of it is wrong.
/// </remarks>
internal sealed class UnreadableMembers
{
    /// <summary>How many threads are reading again: one comparison tells all others that they are not.</summary>
    private static int _readings;

    [ThreadStatic]
    private static UnreadableMembers? _current;

    private readonly MemberMarks _marks;

    /// <summary>Whether something is needed that cannot be read, so that its error is thrown.</summary>
    private bool _throws;

    private EsmsJsonException? _error;
    private bool _isObjectMissing;
    private bool _isListMissing;

    private UnreadableMembers(MemberMarks marks) => _marks = marks;

    /// <summary>Whether any thread is reading again.</summary>
    public static bool AreRead => _readings != 0;

    /// <summary>Reads a value, and again without the members that cannot be read.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="reader">The reader, on the first token.</param>
    /// <param name="read">Reads the value.</param>
    /// <exception cref="EsmsJsonException">A value cannot be read that is needed.</exception>
    public static T ReadAround<T>(ref Utf8JsonReader reader, EsmsJsonRead<T> read)
        where T : class
    {
        var start = reader;
        try
        {
            return read(ref reader);
        }
        catch (EsmsJsonException)
        {
            reader = start;
            return (T)ReadAgain(ref reader, read);
        }
    }

    /// <summary>Reads a value that could not be read, without the members that cannot be read.</summary>
    /// <param name="reader">The reader, on the first token.</param>
    /// <param name="read">Reads the value.</param>
    /// <exception cref="EsmsJsonException">A value cannot be read that is needed.</exception>
    public static object ReadAgain(ref Utf8JsonReader reader, EsmsJsonRead<object> read)
    {
        var around = _current;
        var first = reader;
        EsmsJson.PassOver(ref reader);
        var members = new UnreadableMembers(new MemberMarks(ref first, ref reader));
        _current = members;
        Interlocked.Increment(ref _readings);
        try
        {
            // Each reading sets at least one more member aside, or takes one back, so there is a last one.
            while (true)
            {
                members._isObjectMissing = members._isListMissing = false;
                Rewind(ref reader, ref first);
                if (members.TryRead(ref reader, read) is { } value)
                    return value;
                Rewind(ref reader, ref first);
                if (members._error is not { } error)
                    members._throws = !members._marks.SetMoreAside(ref reader);
                else if (!members._marks.TakeBack(ref reader, error))
                    throw error;
            }
        }
        finally
        {
            Interlocked.Decrement(ref _readings);
            _current = around;
        }
    }

    private object? TryRead(ref Utf8JsonReader reader, EsmsJsonRead<object> read)
    {
        DriftWatch.Forget();
        _error = null;
        try
        {
            var value = read(ref reader);
            return _marks.HaveUnreadable ? null : value;
        }
        catch (EsmsJsonException exception) when (_throws)
        {
            // A member may be missing because it is set aside: then its own error is the one to throw.
            _error = exception;
            return null;
        }
    }

    /// <summary>A method of its own, because a reader is large, and to copy it takes much code.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Rewind(ref Utf8JsonReader reader, ref Utf8JsonReader first) => reader = first;

    /// <summary>Stops for JSON inside of a text, which has offsets of its own.</summary>
    /// <returns>What to give to <see cref="Resume"/>.</returns>
    public static UnreadableMembers? Pause()
    {
        var members = _current;
        _current = null;
        return members;
    }

    public static void Resume(UnreadableMembers? members) => _current = members;

    /// <summary>Notes a value that cannot be read.</summary>
    /// <param name="reader">The reader, on the value.</param>
    /// <param name="isCode">Whether it is a result code.</param>
    /// <returns>False when the error is to be thrown.</returns>
    public static bool Note(ref Utf8JsonReader reader, bool isCode = false)
    {
        if (_current is not { _throws: false } members)
            return false;
        members._marks.Add(ref reader, isCode);
        return true;
    }

    /// <summary>Notes a value that is not the object it should be. The next <see cref="EndsObject"/> is true.</summary>
    /// <param name="reader">The reader, on the value.</param>
    /// <returns>False when the error is to be thrown.</returns>
    public static bool NoteNoObject(ref Utf8JsonReader reader)
    {
        if (!Note(ref reader))
            return false;
        _current!._isObjectMissing = true;
        return true;
    }

    /// <summary>Whether the object is none, so that it has no members.</summary>
    public static bool EndsObject()
    {
        if (_current is not { _isObjectMissing: true } members)
            return false;
        members._isObjectMissing = false;
        return true;
    }

    /// <summary>Notes a value that is not the list of positions it should be. It has none until <see cref="EndList"/>.</summary>
    /// <param name="reader">The reader, on the value.</param>
    /// <returns>False when the error is to be thrown.</returns>
    public static bool NoteNoList(ref Utf8JsonReader reader)
    {
        if (!Note(ref reader))
            return false;
        _current!._isListMissing = true;
        return true;
    }

    /// <summary>Whether the list of positions is none, so that it has none of them.</summary>
    public static bool IsListMissing() => _current is { _isListMissing: true };

    /// <summary>Ends a list of positions.</summary>
    public static void EndList()
    {
        if (_current is { } members)
            members._isListMissing = false;
    }

    /// <summary>Whether a member is set aside.</summary>
    /// <param name="reader">The reader, on the name.</param>
    public static bool IsSetAside(ref Utf8JsonReader reader) => _current is { } members && members._marks.AreSetAside(ref reader);
}
