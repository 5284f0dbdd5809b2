namespace Esms.Cli.Diff;

/// <summary>Gathers changes.</summary>
internal sealed class ChangeList
{
    private readonly List<Change> _changes = [];

    public IReadOnlyList<Change> Changes => _changes;

    public void Add(string place, string what, Breaks breaks) => _changes.Add(new Change(place, what, breaks));

    /// <summary>Adds a change of a plain value, when it is one.</summary>
    public void Compare<T>(string place, string what, T before, T after, Breaks breaks)
    {
        if (!EqualityComparer<T>.Default.Equals(before, after))
            Add(place, $"{what} was {Show(before)}, is {Show(after)}", breaks);
    }

    /// <summary>Compares things by their names: those that are gone, those that are new, and those that stayed.</summary>
    public static void CompareAll<T>(
        IEnumerable<T> before,
        IEnumerable<T> after,
        Func<T, string> nameOf,
        Action<T> removed,
        Action<T> added,
        Action<T, T> stayed
    )
    {
        var old = before.DistinctBy(nameOf).ToDictionary(nameOf, StringComparer.Ordinal);
        var now = after.DistinctBy(nameOf).ToDictionary(nameOf, StringComparer.Ordinal);
        foreach (var name in old.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
        {
            if (!now.TryGetValue(name, out var item))
                removed(old[name]);
            else if (!old.TryGetValue(name, out var other))
                added(item);
            else
                stayed(other, item);
        }
    }

    private static string Show<T>(T value) =>
        value?.ToString() is { Length: > 0 } text
            ? text.Length > 100
                ? $"{text[..100]}…"
                : text
            : "not there";
}
