namespace Esms.Cli;

/// <summary>What every command says of its option that makes trials.</summary>
internal static class Trials
{
    public const string Description =
        "A trial: checked, but not its text, and neither sent nor billed. It uses up a request id that is given: the live send needs another one for 24 hours (code 124).";
}
