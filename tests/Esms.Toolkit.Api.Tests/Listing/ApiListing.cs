namespace Esms.Toolkit.Api.Tests.Listing;

/// <summary>The public surface of a package, once for all its frameworks: a line that not all of them have says which have it.</summary>
internal static class ApiListing
{
    public static string Of(IReadOnlyDictionary<string, IReadOnlyList<ApiLine>> frameworks)
    {
        var lines = frameworks
            .SelectMany(static framework => framework.Value.Select(line => (Line: line, Framework: framework.Key)))
            .GroupBy(static one => one.Line, static one => one.Framework)
            .OrderBy(static line => line.Key)
            .Select(line => line.Count() == frameworks.Count ? line.Key.Text : $"{line.Key.Text} {Mark(line)}");
        string[] header = frameworks.Count == 1 ? [] : [Mark(frameworks.Keys)];
        return $"{string.Join('\n', [.. header, .. lines])}\n";
    }

    private static string Mark(IEnumerable<string> frameworks) => $"// {string.Join(", ", frameworks.Order(StringComparer.Ordinal))}";
}
