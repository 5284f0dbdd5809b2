namespace Esms.Cli;

/// <summary>How the program ends. docs/cli.md has the same list.</summary>
internal static class ExitCodes
{
    /// <summary>eSMS accepted the call, or what was asked for is done.</summary>
    public const int Success = 0;

    /// <summary>What was looked at is not as it should be: a contract with an error, a service that drifts, a message that failed.</summary>
    public const int Found = 1;

    /// <summary>The command line, the keys or the options are wrong. Nothing was sent.</summary>
    public const int Usage = 2;

    /// <summary>eSMS refused the call.</summary>
    public const int Refused = 3;

    /// <summary>A send went out and its answer was lost, or it was cancelled too late: eSMS may have accepted it or not.</summary>
    public const int OutcomeUnknown = 4;

    /// <summary>eSMS was not reached, or did not answer in time. Nothing was sent.</summary>
    public const int NotReached = 5;

    /// <summary>An answer came that is not what the contract says.</summary>
    public const int Unreadable = 6;

    /// <summary>Whoever was asked for a confirmation said no. Nothing was sent.</summary>
    public const int Declined = 7;

    /// <summary>Cancelled by Ctrl-C, before anything can have been done. 128 + SIGINT, as shells have it.</summary>
    public const int Canceled = 130;
}
