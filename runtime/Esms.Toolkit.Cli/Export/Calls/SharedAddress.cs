using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Export.Calls;

/// <summary>The operations of one address: several share one, and are told apart by what they carry.</summary>
internal sealed record SharedAddress(string Method, string Path, IReadOnlyList<EndpointModel> Endpoints)
{
    /// <summary>In the order of path and method.</summary>
    public static IReadOnlyList<SharedAddress> Of(ExportSet set) =>
        [
            .. set
                .Endpoints.GroupBy(static endpoint => (endpoint.Route.Method, endpoint.Route.Path))
                .OrderBy(static group => group.Key.Path, StringComparer.Ordinal)
                .ThenBy(static group => group.Key.Method, StringComparer.Ordinal)
                .Select(static group => new SharedAddress(group.Key.Method, group.Key.Path, [.. group])),
        ];
}
