namespace Esms.Runtime;

/// <summary>What one try brought: an answer, accepted or refused, or a failure.</summary>
internal readonly struct TryResult
{
    /// <param name="brought">The <see cref="EsmsResponse"/> or the <see cref="TryFailure"/>.</param>
    /// <param name="sendCount">How often the request went out.</param>
    public TryResult(object brought, int sendCount)
    {
        Answer = brought as EsmsResponse;
        Failure = brought as TryFailure;
        SendCount = sendCount;
    }

    /// <summary>The answer; null when there is none to go by.</summary>
    public EsmsResponse? Answer { get; }

    /// <summary>The failure, when there is no answer.</summary>
    public TryFailure? Failure { get; }

    /// <summary>How often handlers under the connection sent the request; a handler may repeat it.</summary>
    public int SendCount { get; }
}
