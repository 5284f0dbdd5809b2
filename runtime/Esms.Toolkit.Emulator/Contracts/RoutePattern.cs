using System.Text.RegularExpressions;
using Esms.Toolkit.Reader.Model;

namespace Esms.Emulator;

/// <summary>Whether a path is that of an endpoint, with the freedom that WCF and the published addresses take: letter case does not matter.</summary>
internal sealed partial class RoutePattern(Route route)
{
    private readonly Regex _path = new(
        $"^{string.Concat(route.Parts.Select(PatternOf)).TrimEnd('/')}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    public string Method { get; } = route.Method;

    /// <returns>The values in the path; null when it is another path.</returns>
    public IReadOnlyDictionary<string, string>? Match(string path) =>
        _path.Match(Plain(path)) is { Success: true } match
            ? route
                .Fields.Zip(match.Groups.Values.Skip(1))
                .DistinctBy(static pair => pair.First)
                .ToDictionary(static pair => pair.First, static pair => pair.Second.Value)
            : null;

    private static string PatternOf(RoutePart part) => part.IsField ? "([^/]+)" : Regex.Escape(Slashes().Replace(part.Text, "/"));

    /// <summary>Pages print two slashes for one, and the slash at the end or not.</summary>
    private static string Plain(string path) => Slashes().Replace(path, "/").TrimEnd('/');

    [GeneratedRegex("//+")]
    private static partial Regex Slashes();
}
