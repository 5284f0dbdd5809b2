using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Esms.Runtime;

/// <summary>
/// Finds the name of the field at an offset, by reading once more up to there. So the generated readers need not keep track of names,
/// and only a failure costs anything.
/// </summary>
internal static class FieldPath
{
    /// <summary>Longer names are the peer's doing, and would only flood a log.</summary>
    private const int MaxNameLength = 100;

    /// <param name="reader">A reader that stands before the value, or on its first token.</param>
    /// <param name="offset">The offset of the token in question; <see cref="long.MaxValue"/> for where the text stops being JSON.</param>
    /// <param name="hidden">Keys that a name may hold, for the peer chooses the names; null when there are none.</param>
    /// <returns>A path such as <c>Items[2].Name</c>, or null for the root.</returns>
    public static string? Find(Utf8JsonReader reader, long offset, EsmsCredentials? hidden = null)
    {
        var frames = new List<Frame>();
        try
        {
            if (reader.TokenType == JsonTokenType.None)
                reader.Read();
            do
            {
                if (reader.TokenStartIndex >= offset)
                {
                    // At its own end a list is meant as a whole, and otherwise the item that begins here.
                    if (reader.TokenType == JsonTokenType.EndArray)
                        frames[^1].Index = -1;
                    else
                        EnterItem(frames, reader.TokenType);
                    break;
                }
                Track(frames, ref reader, hidden);
            } while (reader.Read());
        }
        catch (JsonException)
        {
            // The text ends to be JSON here: what was found up to here is the place.
        }
        return Render(frames);
    }

    public static string? Combine(string? path, string? member) =>
        (path, member) switch
        {
            (_, null) => path,
            (null, _) => member,
            _ => $"{path}.{member}",
        };

    private static void Track(List<Frame> frames, ref Utf8JsonReader reader, EsmsCredentials? hidden)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                frames[^1].Name = NameOf(ref reader, hidden);
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                EnterItem(frames, reader.TokenType);
                frames.Add(new Frame(reader.TokenType == JsonTokenType.StartArray));
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                frames.RemoveAt(frames.Count - 1);
                LeaveMember(frames);
                break;
            default:
                EnterItem(frames, reader.TokenType);
                LeaveMember(frames);
                break;
        }
    }

    private static void EnterItem(List<Frame> frames, JsonTokenType token)
    {
        if (frames.Count > 0 && frames[^1].IsArray && token is not JsonTokenType.EndArray)
            frames[^1].Index++;
    }

    private static void LeaveMember(List<Frame> frames)
    {
        if (frames.Count > 0)
            frames[^1].Name = null;
    }

    private static string NameOf(ref Utf8JsonReader reader, EsmsCredentials? hidden)
    {
        try
        {
            var name = reader.GetString() ?? string.Empty;
            if (hidden?.AreIn(name) == true)
                return "***";
            var characters = name.ToCharArray(0, Math.Min(name.Length, MaxNameLength));
            for (var i = 0; i < characters.Length; i++)
            {
                if (char.IsControl(characters[i]))
                    characters[i] = '?';
            }
            return new string(characters);
        }
        catch (InvalidOperationException)
        {
            return "?"; // The name is no valid UTF-8.
        }
    }

    private static string? Render(List<Frame> frames)
    {
        var path = new StringBuilder();
        foreach (var frame in frames)
        {
            if (frame.IsArray && frame.Index >= 0)
                path.Append('[').Append(frame.Index.ToString(CultureInfo.InvariantCulture)).Append(']');
            else if (frame.Name is not null)
                path.Append(path.Length == 0 ? string.Empty : ".").Append(frame.Name);
        }
        return path.Length == 0 ? null : path.ToString();
    }

    /// <summary>A class, because native code has lists of classes anyway, and would get one more kind of list for a struct.</summary>
    private sealed class Frame(bool isArray)
    {
        public bool IsArray { get; } = isArray;

        public string? Name { get; set; }

        public int Index { get; set; } = -1;
    }
}
