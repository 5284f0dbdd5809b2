using Esms.Toolkit.Fuzz.Mutation;

namespace Esms.Toolkit.Fuzz.Leaks;

/// <summary>Something to import, with secrets in it.</summary>
/// <param name="Kind">curl, json or wcf-help.</param>
/// <param name="Text">The command, or the page; null where there are answers alone.</param>
/// <param name="Answers">The sample answers.</param>
/// <param name="Options">Options of the command line.</param>
/// <param name="ToOutput">Whether the contract goes to standard output.</param>
/// <param name="Secrets">What must not come out.</param>
internal sealed record LeakInput(
    string Kind,
    string? Text,
    IReadOnlyList<string> Answers,
    IReadOnlyList<string> Options,
    bool ToOutput,
    IReadOnlyList<string> Secrets
)
{
    private static readonly string[] Kinds = ["curl", "curl", "curl", "curl", "json", "wcf-help"];

    public static LeakInput Make(int seed, int index)
    {
        var dice = Dice.For(seed, index);
        var secrets = new PlantedSecrets(dice);
        var json = new LeakJson(dice, secrets);
        var kind = dice.Pick(Kinds);
        var text = kind switch
        {
            "curl" => new LeakCommand(dice, secrets, json).Make(),
            "wcf-help" => new LeakPage(dice, secrets).Make(),
            _ => null,
        };
        IReadOnlyList<string> options =
            kind == "json" && dice.Chance(50)
                ? ["--get", $"https://rest.esms.vn/MainService.svc/json/GetThing/{secrets.ByLook()}/{secrets.ByLook()}?token={secrets.ByLook()}"]
            : dice.Chance(5) ? [dice.Pick(["--operation", "--docs", "--client"]), secrets.ByLook()]
            : [];
        List<string> answers = [.. Enumerable.Range(0, kind == "json" ? 1 + dice.Below(2) : dice.Below(3)).Select(_ => json.Answer())];
        // What is broken is read as far as it goes; a secret that is cut in two is none any more.
        var isBroken = dice.Chance(25);
        if (isBroken && text is not null)
            text = TextMutations.Change(text, dice);
        if (isBroken && answers.Count > 0)
            answers[0] = TextMutations.Change(answers[0], dice);
        return new LeakInput(kind, text, answers, options, dice.Chance(20), isBroken ? secrets.Sure : secrets.Planted);
    }
}
