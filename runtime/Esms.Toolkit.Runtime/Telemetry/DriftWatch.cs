using System.Text;

namespace Esms.Runtime;

/// <summary>
/// Notes, while an answer is read and somebody listens, where a form was met that the contract accepts beside its own, and where a member that it
/// does not know. So people see that the service changes before anything breaks.
/// </summary>
internal sealed class DriftWatch
{
    /// <summary>More in one answer are the same again, or the peer's doing.</summary>
    private const int MaxNotes = 100;

    private const int MaxNameLength = 40;

    [ThreadStatic]
    private static DriftWatch? _current;

    private readonly int[] _offsets = new int[MaxNotes];
    private readonly string[] _kinds = new string[MaxNotes];
    private int _count;

    /// <summary>Watches what this thread reads from now on.</summary>
    public static DriftWatch Begin() => _current = new DriftWatch();

    /// <summary>Stops watching, for a while or for good.</summary>
    /// <returns>What to give to <see cref="Resume"/>.</returns>
    public static DriftWatch? Pause()
    {
        var watch = _current;
        _current = null;
        return watch;
    }

    public static void Resume(DriftWatch? watch) => _current = watch;

    /// <summary>Drops the notes, because the answer is read again.</summary>
    public static void Forget()
    {
        if (_current is { } watch)
            watch._count = 0;
    }

    /// <summary>Notes what was met.</summary>
    /// <param name="offset">Where the value begins.</param>
    /// <param name="kind">What it is.</param>
    public static void Note(long offset, string kind)
    {
        if (_current is not { _count: < MaxNotes } watch)
            return;
        watch._offsets[watch._count] = (int)offset;
        watch._kinds[watch._count++] = kind;
    }

    /// <summary>Tells what was met in an answer that was read to its end.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="body">The answer.</param>
    /// <param name="hidden">Keys, which look like names.</param>
    public void Tell(string operation, ReadOnlySpan<byte> body, EsmsCredentials hidden)
    {
        for (var i = 0; i < _count; i++)
        {
            var name = NameBefore(body, _offsets[i]);
            Tell(operation, _kinds[i], hidden.AreIn(name) ? "?" : name);
        }
    }

    public static void Tell(string operation, string kind, string subject)
    {
        KeyValuePair<string, object?>[] tags = [new("esms.operation", operation), new("esms.drift", kind), new("esms.subject", subject)];
        Telemetry.RecordDrift(tags);
    }

    /// <summary>
    /// The name of the member whose value begins at an offset, found by going back. Only what looks like a name is told: a peer may write anything
    /// there, a phone number too.
    /// </summary>
    private static string NameBefore(ReadOnlySpan<byte> body, int offset)
    {
        var end = offset - 1;
        while (end > 0 && body[end] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)':')
            end--;
        var start = end;
        while (start > 0 && IsLetter(body[start - 1]))
            start--;
        var name = body[start..end];
        return name.Length is > 0 and <= MaxNameLength && name[0] > (byte)'9' && start > 0 && body[start - 1] == (byte)'"' && body[end] == (byte)'"'
            ? Encoding.ASCII.GetString(name)
            : "?";
    }

    private static bool IsLetter(byte letter) => char.IsAsciiLetterOrDigit((char)letter) || letter == (byte)'_';
}
