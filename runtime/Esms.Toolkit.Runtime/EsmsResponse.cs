namespace Esms;

/// <summary>What every answer of eSMS has.</summary>
public abstract class EsmsResponse : EsmsObject
{
    /// <summary>The code of the answer.</summary>
    public EsmsResultCode ResultCode { get; init; } = EsmsResultCode.Success;

    /// <summary>See <see cref="EsmsSendResponse.WasAlreadyAccepted"/>; here, where it fits beside the code, it makes no answer larger.</summary>
    internal bool IsRepeatOfAccepted { get; set; }

    /// <summary>Whether, by what the wire has seen, a request before the one that was answered may have been accepted.</summary>
    internal bool MayFollowAccepted { get; set; }

    /// <summary>The text that came with the code. The service fills it on some successes too, so it never tells whether a call failed.</summary>
    public string? ServiceMessage { get; init; }
}
