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
internal abstract class UnreadableMembers
{
    /// <summary>How many threads are reading again: one comparison tells all others that they are not.</summary>
    private static int _readings;

    [ThreadStatic]
    private static UnreadableMembers? _current;

    private MemberMarks _marks = null!;

    /// <summary>Whether something is needed that cannot be read, so that its error is thrown.</summary>
    private bool _throws;

    private bool _isObjectMissing;
    private bool _isListMissing;

    /// <summary>Whether any thread is reading again.</summary>
    public static bool AreRead => _readings != 0;

    /// <summary>The reading of this thread, by a method, because to find what belongs to a thread takes much code.</summary>
    private static UnreadableMembers? Current
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        get => _current;
    }

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
            return (T)new Reading<T>(read).ReadAgain(ref reader);
        }
    }

    /// <summary>Reads a value that could not be read, without the members that cannot be read.</summary>
    /// <param name="reader">The reader, on the first token.</param>
    /// <exception cref="EsmsJsonException">A value cannot be read that is needed.</exception>
    public object ReadAgain(ref Utf8JsonReader reader)
    {
        var around = Current;
        var first = reader;
        EsmsJson.PassOver(ref reader);
        _marks = new MemberMarks(ref first, ref reader);
        _current = this;
        Interlocked.Increment(ref _readings);
        try
        {
            // Each reading sets at least one more member aside, or takes one back, so there is a last one.
            while (true)
            {
                Rewind(ref reader, ref first);
                var error = TryRead(ref reader, out var value);
                if (value is not null)
                    return value;
                Rewind(ref reader, ref first);
                if (_marks.Change(ref reader, error))
                    continue;
                if (error is not null)
                    throw error;
                _throws = true;
            }
        }
        finally
        {
            Interlocked.Decrement(ref _readings);
            _current = around;
        }
    }

    /// <summary>Reads the value once.</summary>
    protected abstract object Read(ref Utf8JsonReader reader);

    /// <returns>The error to throw, unless a member is only missing because it is set aside.</returns>
    private EsmsJsonException? TryRead(ref Utf8JsonReader reader, out object? value)
    {
        DriftWatch.Forget();
        _isObjectMissing = _isListMissing = false;
        value = null;
        try
        {
            var read = Read(ref reader);
            if (!_marks.HaveUnreadable)
                value = read;
            return null;
        }
        catch (EsmsJsonException exception) when (_throws)
        {
            return exception;
        }
    }

    /// <summary>A method of its own, because a reader is large, and to copy it takes much code.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Rewind(ref Utf8JsonReader reader, ref Utf8JsonReader first) => reader = first;

    /// <summary>Stops for JSON inside of a text, which has offsets of its own.</summary>
    /// <returns>What to give to <see cref="Resume"/>.</returns>
    public static UnreadableMembers? Pause()
    {
        var members = Current;
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
        if (Current is not { _throws: false } members)
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
        Current!._isObjectMissing = true;
        return true;
    }

    /// <summary>Whether the object is none, so that it has no members.</summary>
    public static bool EndsObject()
    {
        if (Current is not { _isObjectMissing: true } members)
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
        Current!._isListMissing = true;
        return true;
    }

    /// <summary>Whether the list of positions is none, so that it has none of them.</summary>
    public static bool IsListMissing() => Current is { _isListMissing: true };

    /// <summary>Ends a list of positions.</summary>
    public static void EndList()
    {
        if (Current is { } members)
            members._isListMissing = false;
    }

    /// <summary>Whether a member is set aside.</summary>
    /// <param name="reader">The reader, on the name.</param>
    public static bool IsSetAside(ref Utf8JsonReader reader) => Current is { } members && members._marks.AreSetAside(ref reader);

    private sealed class Reading<T>(EsmsJsonRead<T> read) : UnreadableMembers
        where T : class
    {
        protected override object Read(ref Utf8JsonReader reader) => read(ref reader);
    }
}
