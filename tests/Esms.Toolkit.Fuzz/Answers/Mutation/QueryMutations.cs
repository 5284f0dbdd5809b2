using Esms.Toolkit.Fuzz.Mutation;

namespace Esms.Toolkit.Fuzz.Answers.Mutation;

/// <summary>Changes of a query.</summary>
internal static class QueryMutations
{
    private static readonly string[] Pieces =
    [
        "&",
        "&&",
        "=",
        "?",
        "#",
        "+",
        "%",
        "%%",
        "%zz",
        "%0",
        "%00",
        "%0d%0a",
        "%FF",
        "%ED%A0%80",
        "%C0%AF",
        "%26",
        "%3D",
        "%25",
        "%2525",
        "%u0041",
        "\0",
        "\uD800",
        "\uDC00",
        "&a",
        "&a=",
        "&a=\uD800",
        "&=b",
        "&a=1&a=2",
        "%7B%22error%22%3A",
        "%22%7B%5C%22error%5C%22%3A1%7D%22",
        "%257B%257D",
        "{\"error\":1e400}",
        "{\"error\":\"\\ud800\"}",
    ];

    public static string Change(string query, Dice dice)
    {
        for (var rounds = 1 + dice.Below(3); rounds > 0; rounds--)
        {
            query = dice.Below(4) switch
            {
                0 => query.Insert(dice.Below(query.Length + 1), dice.Pick(Pieces)),
                1 => ChangeValue(query, dice),
                2 => Shuffle(query, dice),
                _ => TextMutations.Change(query, dice),
            };
        }
        return query;
    }

    private static string ChangeValue(string query, Dice dice)
    {
        var pairs = query.Split('&');
        var at = dice.Below(pairs.Length);
        pairs[at] = $"{pairs[at].Split('=')[0]}={(dice.Chance(50) ? dice.Pick(Pieces) : Uri.EscapeDataString(dice.Pick(Values.Texts)))}";
        return string.Join('&', pairs);
    }

    private static string Shuffle(string query, Dice dice)
    {
        var pairs = query.Split('&').ToList();
        var pair = dice.Pick(pairs);
        if (dice.Chance(50))
            pairs.Remove(pair);
        pairs.Insert(dice.Below(pairs.Count + 1), pair);
        return string.Join('&', pairs);
    }
}
