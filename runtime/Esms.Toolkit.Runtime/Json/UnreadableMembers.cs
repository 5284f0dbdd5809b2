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
    /// <summary>The depth of JSON limits the readings; this is for what nobody thought of.</summary>
    private const int MaxReadings = 200;

    /// <summary>How many threads are reading again: one comparison tells all others that they are not.</summary>
    private static int _readings;

    [ThreadStatic]
    private static UnreadableMembers? _current;

    private readonly MemberMarks _marks;

    /// <summary>Whether something is needed that cannot be read, so that its error is thrown.</summary>
    private bool _throws;
    private bool _isObjectMissing;
    private bool _isListMissing;

    private UnreadableMembers(Utf8JsonReader reader) => _marks = new MemberMarks(reader);

    /// <summary>Whether any thread is reading again.</summary>
    public static bool AreRead => _readings != 0;

    /// <summary>Reads a value, and once more without the members that cannot be read.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="reader">The reader, on the first token.</param>
    /// <param name="read">Reads the value.</param>
    /// <exception cref="EsmsJsonException">A value cannot be read that is needed.</exception>
    public static T ReadAround<T>(ref Utf8JsonReader reader, EsmsJsonRead<T> read)
    {
        var start = reader;
        try
        {
            return read(ref reader);
        }
        catch (EsmsJsonException)
        {
            reader = start;
            return ReadAgain(ref reader, read);
        }
    }

    /// <summary>Reads a value that could not be read, without the members that cannot be read.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="reader">The reader, on the first token.</param>
    /// <param name="read">Reads the value.</param>
    /// <exception cref="EsmsJsonException">A value cannot be read that is needed.</exception>
    public static T ReadAgain<T>(ref Utf8JsonReader reader, EsmsJsonRead<T> read)
    {
        var start = reader;
        var (around, members) = (_current, new UnreadableMembers(reader));
        _current = members;
        Interlocked.Increment(ref _readings);
        try
        {
            for (var left = MaxReadings; !members._throws; left--)
            {
                var value = Read(members, start, ref reader, read);
                if (!members._marks.HaveUnreadable)
                    return value;
                members._throws = !members._marks.SetMoreAside(start) || left == 0;
            }
            while (true)
            {
                try
                {
                    return Read(members, start, ref reader, read);
                }
                catch (EsmsJsonException exception) when (members._marks.TakeBack(start, exception))
                {
                    // It was missing because it is set aside: now its own error is thrown.
                }
            }
        }
        finally
        {
            Interlocked.Decrement(ref _readings);
            _current = around;
        }
    }

    private static T Read<T>(UnreadableMembers members, Utf8JsonReader start, ref Utf8JsonReader reader, EsmsJsonRead<T> read)
    {
        members.Begin();
        reader = start;
        return read(ref reader);
    }

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

    private void Begin()
    {
        DriftWatch.Forget();
        (_isObjectMissing, _isListMissing) = (false, false);
    }
}
