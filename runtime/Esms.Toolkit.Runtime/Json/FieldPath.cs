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
    public static string? Find(ref Utf8JsonReader reader, long offset, EsmsCredentials? hidden = null)
    {
        Frame? frame = null;
        try
        {
            if (reader.TokenType == JsonTokenType.None)
                reader.Read();
            while (reader.TokenStartIndex < offset)
            {
                frame = Pass(frame, ref reader, hidden);
                if (!reader.Read())
                    return PathOf(frame);
            }
            // At its own end a list is meant as a whole, and otherwise the item that begins here.
            if (frame is not null)
                frame.Index = reader.TokenType == JsonTokenType.EndArray ? -1 : frame.Index + 1;
        }
        catch (JsonException)
        {
            // The text ends to be JSON here: what was found up to here is the place.
        }
        return PathOf(frame);
    }

    public static string? Combine(string? path, string? member) =>
        string.IsNullOrEmpty(path) ? member
        : member is null ? path
        : $"{path}.{member}";

    /// <summary>Passes a token.</summary>
    /// <returns>The object or list that the next token is in.</returns>
    private static Frame? Pass(Frame? frame, ref Utf8JsonReader reader, EsmsCredentials? hidden)
    {
        var token = reader.TokenType;
        if (token == JsonTokenType.PropertyName)
        {
            frame!.Name = NameOf(ref reader, hidden);
            return frame;
        }
        if (token is JsonTokenType.EndObject or JsonTokenType.EndArray)
            frame = frame!.Outer;
        else if (frame is not null)
            frame.Index++;
        if (token is JsonTokenType.StartObject or JsonTokenType.StartArray)
            return new Frame(frame, token == JsonTokenType.StartArray);
        if (frame is not null)
            frame.Name = null;
        return frame;
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

    private static string? PathOf(Frame? frame) => Render(frame) is { Length: > 0 } path ? path : null;

    private static string? Render(Frame? frame)
    {
        if (frame is null)
            return null;
        var outer = Render(frame.Outer);
        return frame.IsArray && frame.Index >= 0 ? string.Concat(outer, "[", NumberText.Of(frame.Index), "]") : Combine(outer, frame.Name);
    }

    /// <summary>An object or a list that has begun. It knows the one around it, because a list of them would bring its own interfaces into every native app.</summary>
    private sealed class Frame(Frame? outer, bool isArray)
    {
        public Frame? Outer { get; } = outer;

        public bool IsArray { get; } = isArray;

        /// <summary>The member of an object that is being passed.</summary>
        public string? Name { get; set; }

        /// <summary>How many values have begun, less one.</summary>
        public int Index { get; set; } = -1;
    }
}
