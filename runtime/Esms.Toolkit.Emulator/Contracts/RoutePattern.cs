using System.Text.RegularExpressions;
using Esms.Toolkit.Contract.Model;

namespace Esms.Emulator;

/// <summary>Whether an address is that of an endpoint, with the freedom that the published addresses take.</summary>
internal sealed partial class RoutePattern(Route route)
{
    private readonly Regex _path = new($"^{Parameters().Replace(Regex.Escape(Plain(route.Path)), "(?<$1>[^/]+)")}$", RegexOptions.CultureInvariant);

    public string Method { get; } = route.Method;

    /// <returns>The values in the path; null when it is another path.</returns>
    public IReadOnlyDictionary<string, string>? Match(string path) =>
        _path.Match(Plain(path)) is { Success: true } match
            ? match
                .Groups.Values.Where(static group => !char.IsDigit(group.Name[0]))
                .ToDictionary(static group => group.Name, static group => group.Value)
            : null;

    /// <summary>Pages print two slashes for one, a mainservice.svc in lower case, and the slash at the end or not.</summary>
    private static string Plain(string path) => Service().Replace(Slashes().Replace(path, "/"), "/MainService.svc/").TrimEnd('/');

    [GeneratedRegex("//+")]
    private static partial Regex Slashes();

    [GeneratedRegex("^/mainservice\\.svc/", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Service();

    [GeneratedRegex(@"\\\{([^}]+)}")]
    private static partial Regex Parameters();
}
