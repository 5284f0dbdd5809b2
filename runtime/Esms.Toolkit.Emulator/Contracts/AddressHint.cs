using Esms.Toolkit.Reader.Problems;

namespace Esms.Emulator;

/// <summary>What somebody probably meant who called an address that is not served.</summary>
internal static class AddressHint
{
    /// <param name="paths">The paths that are served.</param>
    /// <returns>The rest of a sentence; null when nothing is near.</returns>
    public static string? For(string path, IEnumerable<string> paths)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments is [var service, .. var rest] && service.Equals("MainService.svc", StringComparison.OrdinalIgnoreCase))
        {
            if (rest.Length == 0)
                return "SOAP is not served here; call the same operation at /MainService.svc/json/";
            if (rest[0].Equals("xml", StringComparison.OrdinalIgnoreCase))
                return "answers in XML are not served here; call the same operation at /MainService.svc/json/";
        }
        // Several operations can have one name, in versions by their address; the shortest is the plain one.
        var names = paths
            .GroupBy(NameOf, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(static group => group.Key, static group => group.MinBy(static known => known.Length)!);
        var near = Enumerable.Reverse(segments).Select(segment => Suggestion.Nearest(segment, names.Keys));
        return near.FirstOrDefault(static name => name is not null) is { } name ? $"did you mean '{names[name]}'?" : null;
    }

    /// <summary>The last part of a path that is no value; empty when it has values only.</summary>
    private static string NameOf(string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries).LastOrDefault(static segment => !segment.StartsWith('{')) ?? string.Empty;
}
