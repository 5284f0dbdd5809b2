namespace Esms.Toolkit.Hostile.Server;

/// <summary>What can happen to a try.</summary>
internal enum Fault
{
    None,

    // Before the service has accepted the send.
    RefuseConnection,
    ResetBefore,
    HangBefore,
    TooManyRequests,
    ErrorBefore,
    Busy,

    // After it has.
    ResetAfter,
    HangAfter,
    HalfBody,
    SlowBody,
    HtmlPage,
    ErrorAfter,
    LateSuccess,
    TwiceInOneBody,
    SecondResponse,

    // It accepts only when the client has given the try up.
    LateAcceptance,
}
