using System.Text.RegularExpressions;
using Esms.Toolkit.Contract.Model;

namespace Esms.Emulator;

/// <summary>Whether a path is that of an endpoint, with the freedom that WCF and the published addresses take: letter case does not matter.</summary>
internal sealed partial class RoutePattern(Route route)
{
    private readonly Regex _path = new(
        $"^{Parameters().Replace(Regex.Escape(Plain(route.Path)), "(?<$1>[^/]+)")}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    public string Method { get; } = route.Method;

    /// <returns>The values in the path; null when it is another path.</returns>
    public IReadOnlyDictionary<string, string>? Match(string path) =>
        _path.Match(Plain(path)) is { Success: true } match
            ? match
                .Groups.Values.Where(static group => !char.IsDigit(group.Name[0]))
                .ToDictionary(static group => group.Name, static group => group.Value)
            : null;

    /// <summary>Pages print two slashes for one, and the slash at the end or not.</summary>
    private static string Plain(string path) => Slashes().Replace(path, "/").TrimEnd('/');

    [GeneratedRegex("//+")]
    private static partial Regex Slashes();

    [GeneratedRegex(@"\\\{([^}]+)}")]
    private static partial Regex Parameters();
}
