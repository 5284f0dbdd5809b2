using Esms.Toolkit.Reader.Problems;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Reader.Check;

/// <summary>Gathers members that become members of one C# type, and reports two that would get the same name there.</summary>
internal sealed class NamedMembers<T>(ProblemList problems)
    where T : class
{
    private readonly List<T> _items = [];
    private readonly Dictionary<string, string> _wireNames = new(StringComparer.Ordinal);

    public IReadOnlyList<T> Items => _items;

    /// <param name="member">Where the item stands in the contract.</param>
    /// <param name="nameOf">The C# name of the item; empty for an item that becomes no member.</param>
    /// <param name="item">The item, or null when it could not be read.</param>
    public void Add(JsonMember member, Func<T, string> nameOf, T? item)
    {
        if (item is null)
            return;
        _items.Add(item);
        var name = nameOf(item);
        if (name.Length == 0)
            return;
        if (_wireNames.TryGetValue(name, out var first))
            problems.Report(ProblemKinds.SameCSharpName, member.NameRange, first, member.Name, name);
        else
            _wireNames.Add(name, member.Name);
    }
}
