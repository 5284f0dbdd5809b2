using System.Text.Json;

namespace Esms.Emulator;

/// <summary>
/// Walks through JSON to its end, because a name that stands twice, or a string that is half of a character, is found only where it is read, and
/// that would be in the middle of a call.
/// </summary>
internal static class JsonCheck
{
    /// <exception cref="JsonException">It is no JSON, or a name stands twice in one object.</exception>
    /// <exception cref="InvalidOperationException">A string is no Unicode.</exception>
    public static void Throw(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var objects = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    objects.Push(new HashSet<string>(StringComparer.Ordinal));
                    break;
                case JsonTokenType.EndObject:
                    objects.Pop();
                    break;
                case JsonTokenType.PropertyName when reader.GetString() is { } name && !objects.Peek().Add(name):
                    throw new JsonException($"The name {name} stands twice in one object.");
                case JsonTokenType.String:
                    _ = reader.GetString();
                    break;
                default:
                    break;
            }
        }
    }
}
