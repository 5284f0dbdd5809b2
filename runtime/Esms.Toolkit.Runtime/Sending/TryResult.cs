namespace Esms.Runtime;

/// <summary>What one try brought: an answer, accepted or refused, or a failure.</summary>
/// <typeparam name="TResponse">What the service answers.</typeparam>
/// <param name="Answer">The answer.</param>
/// <param name="Failure">The failure, when there is no answer.</param>
/// <param name="SendCount">How often handlers under the connection sent the request; a handler may repeat it.</param>
internal readonly record struct TryResult<TResponse>(TResponse? Answer, TryFailure? Failure, int SendCount)
    where TResponse : EsmsResponse;
