using System.Text.Json.Nodes;
using Esms.Toolkit.Reader.Check;

namespace Esms.Cli.Import.Infer;

/// <summary>The types that an imported contract declares, by their names.</summary>
/// <param name="owner">What their names begin with: the types of a project have one namespace.</param>
internal sealed class TypeBook(string owner)
{
    private static readonly string[] Suffixes = ["Request", "Response", "Json", "Endpoint", "Client", "Reply"];

    private readonly JsonObject _types = [];

    /// <summary>The section "types"; null when there is none.</summary>
    public JsonObject? Section => _types.Count == 0 ? null : _types;

    /// <param name="wire">The member that the type describes.</param>
    /// <param name="build">Makes the type; it may declare others.</param>
    /// <returns>The name.</returns>
    public string Declare(string wire, Func<string, JsonObject> build)
    {
        var name = NameOf(wire);
        // Kept a place before what is inside takes its own.
        _types[name] = null;
        _types[name] = build(name);
        return name;
    }

    private string NameOf(string wire)
    {
        var plain = Names.FromWire(wire);
        var name = plain.StartsWith(owner, StringComparison.Ordinal) ? plain : owner + plain;
        foreach (var suffix in Suffixes.Where(suffix => name.EndsWith(suffix, StringComparison.Ordinal)))
            name += "Item";
        if (name.Length > 90)
            name = name[..90];
        for (var i = 2; _types.ContainsKey(name); i++)
            name = $"{name.TrimEnd([.. "0123456789"])}{i}";
        return name;
    }
}
