using System.Runtime.CompilerServices;

namespace Esms.Runtime;

/// <summary>One account's way to the service: its keys, its handlers, its pace. Makes one HTTP exchange at a time out of a call.</summary>
internal sealed class Gateway : IDisposable
{
    private readonly string? _baseAddress;
    private readonly Pipeline _pipeline;
    private volatile EsmsCredentials _credentials;
    private volatile CallSettings _settings;

    /// <param name="options">The account.</param>
    /// <param name="pipeline">Where requests go.</param>
    public Gateway(EsmsOptions options, Pipeline pipeline)
    {
        _credentials = new EsmsCredentials(options.ApiKey, options.SecretKey);
        _settings = new CallSettings(options);
        _baseAddress = options.BaseAddress?.AbsoluteUri.TrimEnd('/');
        _pipeline = pipeline;
    }

    public Pacing Pacing { get; } = new();

    /// <summary>The bounds of a call that begins now.</summary>
    public CallSettings Settings => _settings;

    public bool IsClosed => _pipeline.IsClosed;

    /// <summary>Uses keys and bounds that have changed. Everything else of the options is a matter of the handlers, which are made once.</summary>
    public void Use(EsmsOptions options)
    {
        _credentials = _credentials.ReplacedBy(options.ApiKey, options.SecretKey);
        _settings = new CallSettings(options);
    }

    /// <summary>Where calls of an operation go: the address of the options, or scheme and host of the contract.</summary>
    public string OriginOf(EsmsEndpoint endpoint) => _baseAddress ?? endpoint.Origin;

    /// <summary>Tries a call once.</summary>
    /// <returns>
    /// What came of it: the <see cref="EsmsResponse"/>, or a <see cref="TryFailure"/>. Neither is kept in the attempt, which is old: to write a
    /// reference to something new into an old object costs more than anything else that a call does here.
    /// </returns>
    public ValueTask<object> ExchangeAsync(LogicalCall call, Attempt attempt)
    {
        attempt.Gateway = this;
#pragma warning disable CA2000 // The exchange disposes of it.
        var request = MessageOf(call);
#pragma warning restore CA2000
        if (request.Method is WatchedMethod record)
        {
            record.Begin(request);
            attempt.Record = record;
        }
        return ExchangeAsync(request, attempt);
    }

    // Apart and static, so that neither the call nor the gateway is in what is allocated when the answer has to be waited for.
    private static async ValueTask<object> ExchangeAsync(HttpRequestMessage request, Attempt attempt)
    {
        try
        {
            using var answer = await attempt.Timed(attempt.Gateway._pipeline.ExchangeAsync(request, attempt.Token)).ConfigureAwait(false);
            await attempt.Timed(answer.Content.CopyToAsync(attempt.Answer, attempt.Token)).ConfigureAwait(false);
            attempt.IsIdle = true;
            return attempt.Gateway.Read(answer, attempt);
        }
        catch when (attempt.Caller.IsCancellationRequested)
        {
            // Whatever was caught: handlers, and connections that are closed for it, may tell of a cancellation in words of their own.
            throw Canceled(attempt.Endpoint, attempt.RequestId, mayBeAccepted: attempt.Record?.MayBeOut() ?? true, attempt.Caller);
        }
#pragma warning disable CA1031 // Handlers of the caller's may throw anything, and a send must not look like a failure because of that.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return FailureRules.Of(exception, attempt);
        }
        finally
        {
            attempt.Record?.Close();
            request.Dispose();
        }
    }

    /// <summary>How a call ends that its caller has cancelled; of a send that may be out, it tells the id.</summary>
    public static OperationCanceledException Canceled(
        EsmsEndpoint endpoint,
        string? requestId,
        bool mayBeAccepted,
        CancellationToken cancellationToken
    ) =>
        mayBeAccepted && endpoint.Repeat != EsmsRepeat.Safe
            ? new EsmsSendCanceledException(endpoint.Operation, requestId, cancellationToken)
            : new OperationCanceledException(cancellationToken);

    public void Dispose()
    {
        _pipeline.Dispose();
        Pacing.Dispose();
    }

    /// <summary>Tells an answer, accepted or refused, from what is none.</summary>
    private object Read(HttpResponseMessage answer, Attempt attempt)
    {
        if (HttpStatus.Decides(answer.StatusCode))
            return FailureRules.OfStatus(answer, attempt, null);
        var isHttpSuccess = HttpStatus.IsSuccess(answer.StatusCode);
        try
        {
            var response = AnswerParser.Parse(attempt.Endpoint, attempt.Answer.Bytes, _credentials);
            if (!isHttpSuccess && attempt.Endpoint.IsSuccess(response.ResultCode))
                return FailureRules.OfStatus(answer, attempt, null);
            if (attempt.Record is not { } record)
                return response;
            response.MayFollowAccepted = record.MayBeAcceptedBefore();
            return (object?)record.FindMadeUp(answer) ?? response;
        }
        catch (EsmsProtocolException exception)
        {
            return isHttpSuccess ? FailureRules.OfAnswer(exception) : FailureRules.OfStatus(answer, attempt, exception);
        }
    }

    // Not inlined: inside of a method that awaits and catches, no value stays in a register, and all of it is cleared for each call.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private HttpRequestMessage MessageOf(LogicalCall call)
    {
        var parts = new EsmsCall(_credentials, call.RequestId);
        return new HttpRequestMessage(_pipeline.MethodOf(call.Endpoint), AddressOf(call, parts)) { Content = BodyOf(call, parts) };
    }

    /// <summary>A send that has no body in its contract gets an empty one, see <see cref="HttpStack.CreateEmptyBody"/>.</summary>
    private static HttpContent? BodyOf(LogicalCall call, EsmsCall parts) =>
        call.Endpoint.CreateContentUntyped(call.Request, parts) ?? (call.Endpoint.Repeat == EsmsRepeat.Safe ? null : HttpStack.CreateEmptyBody());

    private Uri AddressOf(LogicalCall call, EsmsCall parts)
    {
        var endpoint = call.Endpoint;
        if (_baseAddress is null && endpoint.FixedAddress is { } known)
            return known;
        var address = EsmsParameters.ForAddress(OriginOf(endpoint), parts);
        endpoint.WriteAddressUntyped(ref address, call.Request);
        var isFixed = address.IsFixed;
        var uri = HttpStack.AddressOf(address.ToText());
        if (_baseAddress is null && isFixed)
            endpoint.FixedAddress = uri;
        return uri;
    }
}
