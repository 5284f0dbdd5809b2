using System.Diagnostics;
using System.Reflection;
using Esms.Tests.Server;

namespace Esms.Tests.Secrets;

/// <summary>A debugger, and a screenshot of one, shows no key: as far as attributes decide.</summary>
public sealed class DebuggerTests
{
    private const BindingFlags Everything = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    [Fact]
    public void Options_connections_and_clients_show_no_keys()
    {
        var options = new EsmsOptions
        {
            ApiKey = Canaries.ApiKey,
            SecretKey = Canaries.SecretKey,
            BaseAddress = new Uri("http://127.0.0.1:1"),
        };
        using var esms = new EsmsClient(options);

        var shown = Show(options, []).Concat(Show(esms, [])).ToList();

        Assert.Contains(shown, static text => text.Contains("http://127.0.0.1:1", StringComparison.Ordinal)); // It does look at what the objects hold.
        Assert.All(shown, Canaries.AssertNoneIn);
    }

    /// <summary>A test of the tests.</summary>
    [Fact]
    public void What_a_debugger_shows_is_found() => Assert.Contains(Show(new Shown(Canaries.ApiKey), []), static text => text == Canaries.ApiKey);

    /// <summary>The texts of an object and of all of ours that it holds, but for members that a debugger is told to hide.</summary>
    private static IEnumerable<string> Show(object? item, HashSet<object> seen)
    {
        if (item is string or Uri)
            return [item.ToString()!];
        if (item is null || item.GetType().Namespace?.StartsWith("Esms", StringComparison.Ordinal) != true || !seen.Add(item))
            return [];
        var type = item.GetType();
        var display = type.GetCustomAttribute<DebuggerDisplayAttribute>()?.Value ?? item.ToString()!;
        var fields = type.GetFields(Everything).Where(IsShown).Select(field => field.GetValue(item));
        var properties = type.GetProperties(Everything)
            .Where(static property => property.GetIndexParameters().Length == 0 && IsShown(property))
            .Select(property => property.GetValue(item));
        return [display, .. fields.Concat(properties).ToList().SelectMany(value => Show(value, seen))];
    }

    /// <summary>A debug build hides backing fields by itself, so there may be two attributes that say the same.</summary>
    private static bool IsShown(MemberInfo member) =>
        member.GetCustomAttributes<DebuggerBrowsableAttribute>().All(static attribute => attribute.State != DebuggerBrowsableState.Never);

    private sealed class Shown(string key)
    {
        public string Key { get; } = key;
    }
}
