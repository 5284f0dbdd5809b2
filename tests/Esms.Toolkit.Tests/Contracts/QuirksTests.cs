using System.Text.RegularExpressions;

namespace Esms.Tests.Contracts;

/// <summary>docs/quirks.md names a test for each oddity of the service; here the names are held to it.</summary>
public sealed partial class QuirksTests
{
    private static readonly string[] Rows =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "docs", "quirks.md")).Where(static line => Row().IsMatch(line)),
    ];

    [Fact]
    public void All_forty_are_listed() =>
        Assert.Equal(Enumerable.Range(1, 40).Select(static number => $"{number}"), Rows.Select(static row => Row().Match(row).Groups[1].Value));

    [Fact]
    public void Every_test_that_is_named_is_there()
    {
        var tests = typeof(QuirksTests)
            .Assembly.GetTypes()
            .SelectMany(static type => type.GetMethods().Select(method => $"{type.Name}.{method.Name}"))
            .ToHashSet(StringComparer.Ordinal);
        var named = Rows.SelectMany(static row => TestName().Matches(row))
            .Select(static match => match.Groups[1].Value)
            .Distinct(StringComparer.Ordinal)
            .ToList();

        Assert.True(named.Count > 40);
        Assert.All(named, name => Assert.Contains(name, tests));
    }

    [GeneratedRegex(@"^\| (\d+) \|", RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    [GeneratedRegex(@"`(\w+Tests\.\w+)`", RegexOptions.CultureInvariant)]
    private static partial Regex TestName();
}
