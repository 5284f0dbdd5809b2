namespace Esms;

/// <summary>
/// What eSMS said to a call. The set is open: a code without a name here arrives as its number, so compare with the names you know and
/// keep the others.
/// </summary>
public enum EsmsResultCode
{
    /// <summary>The service refused the call without naming a code; see the message that came with it.</summary>
    Unspecified = -1,

    /// <summary>Zero, which some look-ups answer for success.</summary>
    None = 0,

    /// <summary>Accepted. For a send this means taken over by eSMS, not delivered.</summary>
    Success = 100,

    /// <summary>The API key or the secret key is wrong.</summary>
    WrongCredentials = 101,

    /// <summary>The message or call id is not known, or not yet: a send made moments ago can answer so.</summary>
    NotFound = 105,
}
