namespace Esms;

/// <summary>When a call of eSMS is answered with HTTP status 200.</summary>
public enum EsmsCallbackAnswer
{
    /// <summary>When the handler has finished, so that a call is never confirmed and then lost. The default.</summary>
    WhenHandled,

    /// <summary>
    /// When the call is in the queue, which is in memory: calls that are answered and not handled are lost when the process ends without a
    /// shutdown, and when the handler fails until <see cref="EsmsCallbackOptions.GiveUpAfter"/> has passed. Messages to short numbers are
    /// answered when they are handled all the same, because their answer is the reply.
    /// </summary>
    WhenQueued,
}
