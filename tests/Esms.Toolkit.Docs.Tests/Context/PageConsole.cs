using System.Globalization;

/// <summary>Stands in the place of the console, which all snippets that run at the same time would share.</summary>
internal static class PageConsole
{
    public static List<string> Lines { get; } = [];

    public static void WriteLine(object? value) => Lines.Add(Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty);
}
