namespace Esms.Toolkit.Package.Tests.Harness;

/// <summary>What a project of the matrix is.</summary>
/// <param name="Name">Its name, and the namespace that its contracts get by it.</param>
/// <param name="Kind">The kind of SDK and output.</param>
/// <param name="Framework">Its target framework.</param>
/// <param name="Language">Its LangVersion.</param>
/// <param name="HasImplicitUsings">Whether it has the imports of its SDK.</param>
/// <param name="HasHostileNames">Whether it imports and declares types of the names that generated code uses.</param>
internal sealed record Combination(
    (string Project, string Namespace) Name,
    string Kind,
    string Framework,
    string Language,
    bool HasImplicitUsings,
    bool HasHostileNames
)
{
    private static readonly (string, string)[] Names =
    [
        ("my-app", "my_app"),
        ("3pl.sms", "_3pl.sms"),
        ("shop.public.api", "shop.@public.api"),
        ("shop.event", "shop.@event"),
        ("class", "@class"),
        ("24h", "_24h"),
        ("Chợ.Bến", "Chợ.Bến"),
        ("tin nhắn", "tin_nhắn"),
        ("a&b(c)", "a_b_c_"),
        ("Shop.Esms", "Shop.Esms"),
        ("Shop.System", "Shop.System"),
        ("shop..record", "shop.@record"),
    ];

    /// <summary>The projects of every combination. Those of the web and of workers are for .NET only.</summary>
    public static IReadOnlyList<Combination> All { get; } =
    [
        .. from name in Names
        from kind in (string[])["Console", "Library", "TestInside", "Web", "Worker"]
        from framework in (string[])["net8.0", "net10.0", "net472"]
        from language in (string[])["11", "latest"]
        from hasImplicitUsings in (bool[])[true, false]
        from hasHostileNames in (bool[])[true, false]
        where framework != "net472" || kind is not ("Web" or "Worker")
        select new Combination(name, kind, framework, language, hasImplicitUsings, hasHostileNames),
    ];

    /// <summary>So few of them that every two values which can be together are together in one: nearly all mistakes come of one value or of two.</summary>
    public static IReadOnlyList<Combination> Covering { get; } = Cover();

    private (string, string)[] Pairs()
    {
        string[] values =
        [
            $"name {Name.Project}",
            $"kind {Kind}",
            $"framework {Framework}",
            $"language {Language}",
            $"usings {HasImplicitUsings}",
            $"hostile {HasHostileNames}",
        ];
        return [.. values.SelectMany((one, i) => values.Skip(i + 1).Select(other => (one, other)))];
    }

    private static List<Combination> Cover()
    {
        var missing = All.SelectMany(static combination => combination.Pairs()).ToHashSet();
        var chosen = new List<Combination>();
        while (missing.Count > 0)
        {
            var best = All.MaxBy(combination => combination.Pairs().Count(missing.Contains))!;
            missing.ExceptWith(best.Pairs());
            chosen.Add(best);
        }
        return chosen;
    }
}
