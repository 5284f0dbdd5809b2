using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Esms.Runtime;

/// <summary>
/// Reads answers. Each method accepts exactly what the contract says may be met, and never guesses: a value that cannot be read is an error.
/// </summary>
/// <remarks>Called by generated code. Each method that reads a value moves the reader from the name of a member onto its value.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class EsmsJson
{
    /// <summary>The room that a list begins with.</summary>
    private const int FirstItems = 4;

    /// <summary>Demands that the reader stands on the beginning of an object.</summary>
    /// <param name="reader">The reader.</param>
    public static void ExpectObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
            return;
        if (!UnreadableMembers.NoteNoObject(ref reader))
            throw Unreadable(ref reader, "an object");
        PassOver(ref reader);
    }

    /// <summary>Demands that the reader stands on the beginning of a list.</summary>
    /// <param name="reader">The reader.</param>
    public static void ExpectList(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
            return;
        if (!UnreadableMembers.NoteNoList(ref reader))
            throw Unreadable(ref reader, "a list");
        PassOver(ref reader);
    }

    /// <summary>Moves to the name of the next member.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>False at the end of the object.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // As NameOf.
    public static bool ReadMember(ref Utf8JsonReader reader)
    {
        if (UnreadableMembers.AreRead && UnreadableMembers.EndsObject())
            return false;
        reader.Read();
        return reader.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>The name of a member, as UTF-8 and without escapes; empty for a member that is set aside, because its value cannot be read.</summary>
    /// <param name="reader">The reader, on the name.</param>
    /// <returns>The name, good until the reader moves.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // Each member is met here: almost all are told by two comparisons.
    public static ReadOnlySpan<byte> NameOf(ref Utf8JsonReader reader) =>
        !UnreadableMembers.AreRead && IsPlain(ref reader) ? reader.ValueSpan : UnusualNameOf(ref reader);

    private static ReadOnlySpan<byte> UnusualNameOf(ref Utf8JsonReader reader) =>
        UnreadableMembers.AreRead && UnreadableMembers.IsSetAside(ref reader) ? default : Encoding.UTF8.GetBytes(NameTextOf(ref reader));

    /// <summary>Whether a list has another item. The reader does not move, but past the end of the list.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>False at the end of the list.</returns>
    public static bool HasItem(ref Utf8JsonReader reader)
    {
        var ahead = reader;
        ahead.Read();
        if (ahead.TokenType != JsonTokenType.EndArray)
            return true;
        reader = ahead;
        return false;
    }

    /// <summary>Whether a list of positions goes on. The reader does not move, but past the end of the list.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="depth">The depth of the list, by which its end is told from the end of a list inside.</param>
    /// <returns>False at the end of the list.</returns>
    public static bool HasPosition(ref Utf8JsonReader reader, int depth) =>
        !(UnreadableMembers.AreRead && UnreadableMembers.IsListMissing())
        && !(reader.TokenType == JsonTokenType.EndArray && reader.CurrentDepth == depth)
        && HasItem(ref reader);

    /// <summary>Passes over a position that is always the same.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="depth">The depth of the list.</param>
    public static void SkipPosition(ref Utf8JsonReader reader, int depth)
    {
        if (HasPosition(ref reader, depth))
            SkipValue(ref reader);
    }

    /// <summary>Passes over the rest of a list of positions.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="depth">The depth of the list.</param>
    public static void SkipPositions(ref Utf8JsonReader reader, int depth)
    {
        while (HasPosition(ref reader, depth))
            SkipValue(ref reader);
        if (UnreadableMembers.AreRead)
            UnreadableMembers.EndList();
    }

    /// <summary>Passes over the value of a member that is always the same.</summary>
    /// <param name="reader">The reader.</param>
    public static void SkipValue(ref Utf8JsonReader reader)
    {
        reader.Read();
        PassOver(ref reader);
    }

    /// <summary>Keeps a member that the contract does not know, or that is set aside because its value cannot be read.</summary>
    /// <param name="reader">The reader, on the name.</param>
    /// <param name="unknown">The members kept so far.</param>
    public static void KeepUnknown(ref Utf8JsonReader reader, ref Dictionary<string, string>? unknown)
    {
        var name = NameTextOf(ref reader);
        var isUnreadable = UnreadableMembers.AreRead && UnreadableMembers.IsSetAside(ref reader);
        reader.Read();
        if (Telemetry.WatchesDrift)
            DriftWatch.Note(reader.TokenStartIndex, isUnreadable ? "unreadable" : "member");
        unknown ??= new Dictionary<string, string>(StringComparer.Ordinal);
        unknown[name] = RawJson.Copy(ref reader);
    }

    /// <summary>Reads an object.</summary>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <param name="reader">The reader.</param>
    /// <param name="read">Reads it.</param>
    /// <returns>The object, or null.</returns>
    public static T? ReadObject<T>(ref Utf8JsonReader reader, EsmsJsonRead<T> read)
        where T : class
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : read(ref reader);
    }

    /// <summary>Reads a list.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="reader">The reader.</param>
    /// <param name="read">Moves to an item and reads it.</param>
    /// <returns>The list, or null.</returns>
    public static IReadOnlyList<T>? ReadList<T>(ref Utf8JsonReader reader, EsmsJsonRead<T> read)
    {
        reader.Read();
        if (!IsList(ref reader))
            return null;
        // Into an array of just the size: a list has half of its room to spare, and is an object of its own.
        var items = new T[FirstItems];
        var count = 0;
        while (HasItem(ref reader))
        {
            if (count == items.Length)
                Array.Resize(ref items, count * 2);
            items[count++] = read(ref reader);
        }
        if (count < items.Length)
            Array.Resize(ref items, count);
        return items;
    }

    /// <summary>An item that must not be null.</summary>
    /// <typeparam name="T">The type of the item.</typeparam>
    /// <param name="reader">The reader, on the item.</param>
    /// <param name="item">What was read.</param>
    /// <returns>The item.</returns>
    /// <exception cref="JsonException">The item is null.</exception>
    public static T Item<T>(ref Utf8JsonReader reader, T? item)
        where T : class => item ?? Refuse<T>(ref reader, "an item")!;

    /// <summary>An item that must not be null.</summary>
    /// <typeparam name="T">The type of the item.</typeparam>
    /// <param name="reader">The reader, on the item.</param>
    /// <param name="item">What was read.</param>
    /// <returns>The item.</returns>
    /// <exception cref="JsonException">The item is null.</exception>
    public static T Item<T>(ref Utf8JsonReader reader, T? item)
        where T : struct => item ?? Refuse<T>(ref reader, "an item");

    /// <summary>The text of a member further on in the object that the reader stands on. The reader does not move.</summary>
    /// <param name="reader">The reader, on the beginning of an object.</param>
    /// <param name="name">The name of the member.</param>
    /// <returns>The text, or null when there is none.</returns>
    public static string? Peek(Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        ExpectObject(ref reader);
        while (ReadMember(ref reader))
        {
            var isFound = TextEquals(ref reader, name);
            reader.Read();
            if (isFound)
                return reader.TokenType == JsonTokenType.String ? TextOf(ref reader) : null;
            PassOver(ref reader);
        }
        return null;
    }

    /// <summary>Refuses an object that is none of the shapes its contract knows.</summary>
    /// <typeparam name="T">The type of the shapes.</typeparam>
    /// <param name="reader">The reader, on the object.</param>
    /// <param name="member">The member that tells the shapes apart.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="JsonException">Always, but in a reading that goes round what cannot be read.</exception>
    public static T UnknownShape<T>(ref Utf8JsonReader reader, string member)
        where T : class
    {
        if (!UnreadableMembers.Note(ref reader))
            throw new EsmsJsonException("the text is none of those that the contract knows", reader.TokenStartIndex + 1, member);
        PassOver(ref reader);
        return null!;
    }

    /// <summary>The error for a member of a kept request that this version does not know.</summary>
    /// <param name="reader">The reader, behind the name.</param>
    /// <returns>The error, to be thrown.</returns>
    public static JsonException UnknownMember(ref Utf8JsonReader reader) =>
        new EsmsJsonException("the request has a member that this version does not know", reader.TokenStartIndex + 1);

    /// <summary>The code of an answer that was read to its end.</summary>
    /// <param name="reader">The reader, on the end of the answer.</param>
    /// <param name="code">The code that was found.</param>
    /// <param name="refusal">The text of a refusal without a code that was found.</param>
    /// <param name="member">The name of the member that should have had the code.</param>
    /// <returns>The code; <see cref="EsmsResultCode.Unspecified"/> for a refusal without one.</returns>
    /// <exception cref="JsonException">Neither was found: nobody can tell what this answer means.</exception>
    public static EsmsResultCode RequireResultCode(ref Utf8JsonReader reader, EsmsResultCode? code, string? refusal, string member)
    {
        if (code is { } found)
            return found;
        Require(ref reader, refusal is not null, member);
        return EsmsResultCode.Unspecified;
    }

    /// <summary>Demands a member that every accepted answer has.</summary>
    /// <param name="reader">The reader, on the end of the object.</param>
    /// <param name="isPresent">Whether a value was found.</param>
    /// <param name="member">The name of the member.</param>
    /// <exception cref="JsonException">The member is missing or null.</exception>
    public static void Require(ref Utf8JsonReader reader, bool isPresent, string member)
    {
        if (!isPresent && !UnreadableMembers.Note(ref reader))
            throw new EsmsJsonException("the member is missing", reader.TokenStartIndex, member);
    }

    /// <summary>Throws; in a reading that goes round what cannot be read, the value is noted, and passed over as if it were null.</summary>
    private static T? Refuse<T>(ref Utf8JsonReader reader, string wanted)
    {
        Refuse(ref reader, wanted);
        return default;
    }

    private static void Refuse(ref Utf8JsonReader reader, string wanted, bool isCode = false)
    {
        if (!UnreadableMembers.Note(ref reader, isCode))
            throw Unreadable(ref reader, wanted);
        PassOver(ref reader);
    }

    /// <summary>Names what was wanted and what kind of value stands there; the value itself may be private and stays out.</summary>
    private static EsmsJsonException Unreadable(ref Utf8JsonReader reader, string wanted) =>
        new($"{wanted} was expected, and {KindOf(reader.TokenType)} was found that is none", reader.TokenStartIndex);

    /// <summary>
    /// Moves to the end of a value. Skip refuses a block that is not the last one, and of a stream System.Text.Json hands out such blocks, with whole
    /// values.
    /// </summary>
    internal static void PassOver(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.PropertyName)
            reader.Read();
        var depth = reader.CurrentDepth;
        while ((reader.CurrentDepth > depth || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) && reader.Read())
            continue;
    }

    /// <summary>Whether a list begins; null is none, and everything else is refused.</summary>
    private static bool IsList(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.Null))
            Refuse(ref reader, "a list");
        return reader.TokenType == JsonTokenType.StartArray;
    }

    private static string DigitsOf(ref Utf8JsonReader reader) => RawJson.TokenOf(ref reader);

    private static string KindOf(JsonTokenType token) =>
        token switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "a list",
            JsonTokenType.String => "a text",
            JsonTokenType.Number => "a number",
            JsonTokenType.True or JsonTokenType.False => "true or false",
            JsonTokenType.PropertyName => "another member",
            _ => "null",
        };
}
