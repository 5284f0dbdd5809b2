using System.Diagnostics;

namespace Esms.Runtime;

/// <summary>One call that somebody watches: its activity, and what the meter is told at its end.</summary>
internal sealed class CallWatch
{
    private readonly EsmsEndpoint _endpoint;
    private readonly bool _settles;
    private readonly Activity? _activity;
    private readonly long _begun = Stopwatch.GetTimestamp();
    private int _tries;
    private long _waitsSince;

    /// <param name="endpoint">The operation.</param>
    /// <param name="origin">Scheme and host that the call goes to.</param>
    /// <param name="settles">Whether it asks what became of a send.</param>
    public CallWatch(EsmsEndpoint endpoint, string origin, bool settles)
    {
        _endpoint = endpoint;
        _settles = settles;
        _activity = Telemetry.Start(endpoint.Operation);
        _activity?.SetTag("messaging.system", "esms");
        _activity?.SetTag("http.request.method", endpoint.Method.Method);
        _activity?.SetTag("server.address", new Uri(origin).Host);
    }

    public void Tries() => _tries++;

    /// <summary>The next try waits for its turn under a rate limit.</summary>
    public void Waits()
    {
        if (_waitsSince == 0)
            _waitsSince = Stopwatch.GetTimestamp();
    }

    /// <summary>It waits no longer.</summary>
    public void EndWait()
    {
        if (_waitsSince == 0)
            return;
        Telemetry.RecordWait(Stopwatch.GetElapsedTime(_waitsSince), _endpoint.Operation);
        _waitsSince = 0;
    }

    public void Ended(EsmsResponse answer)
    {
        var code = NumberText.Of((int)answer.ResultCode);
        if (answer.ResultCode.ToName() is null)
            DriftWatch.Tell(_endpoint.Operation, "code", code);
        var isAccepted = CallRunner.IsAccepted(_endpoint, answer);
        var outcome =
            answer.IsRepeatOfAccepted ? "already_accepted"
            : isAccepted ? "accepted"
            : "refused";
        End(outcome, isAccepted, "esms.result_code", code);
    }

    public void Ended(Exception exception)
    {
        var outcome =
            exception is EsmsOutcomeUnknownException ? "unknown"
            : exception is OperationCanceledException ? "canceled"
            : "failed";
        End(outcome, isAccepted: false, "error.type", ReasonOf(exception));
    }

    /// <summary>Looks at an exception that goes by.</summary>
    /// <returns>Always false: for the filter of a catch.</returns>
    public bool Sees(Exception exception)
    {
        Ended(exception);
        return false;
    }

    private void End(string outcome, bool isAccepted, string reasonKey, string reason)
    {
        KeyValuePair<string, object?>[] tags =
        [
            new("esms.operation", _endpoint.Operation),
            new("esms.outcome", _settles ? $"settled_{outcome}" : outcome),
            new(reasonKey, reason),
        ];
        Telemetry.RecordCall(Stopwatch.GetElapsedTime(_begun), _tries, tags);
        if (_activity is null)
            return;
        foreach (var tag in tags)
            _activity.SetTag(tag.Key, tag.Value);
        _activity.SetTag("esms.tries", _tries);
        if (!isAccepted)
            _activity.SetStatus(ActivityStatusCode.Error);
        Telemetry.Stop(_activity);
    }

    private static string ReasonOf(Exception exception) =>
        exception switch
        {
            EsmsOutcomeUnknownException unknown => ReasonOf(unknown.InnerException!),
            EsmsTransportException { StatusCode: { } status } => NumberText.Of((int)status),
            EsmsTransportException { Error: EsmsTransportError.Timeout } => "timeout",
            EsmsTransportException => "connection",
            EsmsApiException refusal => NumberText.Of((int)refusal.Code),
            OperationCanceledException => "canceled",
            _ => exception.GetType().Name,
        };
}
