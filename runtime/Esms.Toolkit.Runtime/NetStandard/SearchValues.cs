namespace System.Buffers;

/// <summary>The few members of .NET's own type that are used here, over a table of ASCII.</summary>
internal sealed class SearchValues<T>(string values)
{
    private readonly bool[] _has = [.. Enumerable.Range(0, 128).Select(letter => values.Contains((char)letter))];

    public bool Contains(char letter) => letter < _has.Length && _has[letter];
}

/// <summary>Makes them.</summary>
internal static class SearchValues
{
    public static SearchValues<char> Create(string values) => new(values);

    public static bool ContainsAnyExcept(this ReadOnlySpan<char> text, SearchValues<char> values)
    {
        foreach (var letter in text)
        {
            if (!values.Contains(letter))
                return true;
        }
        return false;
    }
}
