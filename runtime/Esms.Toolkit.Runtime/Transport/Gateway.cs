using System.Net;
using System.Runtime.CompilerServices;

namespace Esms.Runtime;

/// <summary>One account's way to the service: its keys, its handlers, its pace. Makes one HTTP exchange at a time out of a call.</summary>
internal sealed class Gateway : IDisposable
{
    private static readonly UriCreationOptions ExactAddress = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly EsmsCredentials _credentials;
    private readonly string? _baseAddress;
    private readonly Pipeline _pipeline;
    private readonly bool _countsSends;

    /// <param name="options">The account.</param>
    /// <param name="pipeline">Where requests go.</param>
    /// <param name="countsSends">Whether a <see cref="SendCountHandler"/> is under the handlers of the caller's.</param>
    public Gateway(EsmsOptions options, Pipeline pipeline, bool countsSends)
    {
        _credentials = new EsmsCredentials(options.ApiKey, options.SecretKey);
        _baseAddress = options.BaseAddress?.AbsoluteUri.TrimEnd('/');
        _pipeline = pipeline;
        _countsSends = countsSends;
    }

    public Pacing Pacing { get; } = new();

    /// <summary>Tries a call once. What a call over a network keeps while it waits goes round in a pool, as a caller awaits it just once.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TryResult> ExchangeAsync(
        LogicalCall call, TimeSpan limit, CallSettings settings, CancellationToken cancellationToken)
    {
        var endpoint = call.Endpoint;
        using var request = MessageOf(call);
        var sends = _countsSends ? SendCount.Attach(request, endpoint.Operation, endpoint.Repeat) : null;
        var attempt = Attempt.Start(limit, settings.MaxResponseBytes, cancellationToken);
        var isAnswered = false;
        try
        {
            using var answer = await attempt.Timed(_pipeline.ExchangeAsync(request, attempt.Token)).ConfigureAwait(false);
            await attempt.Timed(answer.Content.CopyToAsync(attempt.Answer, attempt.Token)).ConfigureAwait(false);
            isAnswered = true;
            return Read(endpoint, answer, attempt.Answer.Bytes, sends?.Value ?? 1);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw Canceled(endpoint, call.RequestId, sends is not { Value: 0 }, cancellationToken);
        }
#pragma warning disable CA1031 // Handlers of the caller's may throw anything, and a send must not look like a failure because of that.
        catch (Exception exception) when (exception is not ObjectDisposedException)
#pragma warning restore CA1031
        {
            var failure = FailureRules.Of(endpoint.Operation, exception, attempt.IsLate, limit, settings);
            return new TryResult(null, sends is { Value: 0 } ? failure with { MayBeAccepted = false } : failure, sends?.Value ?? 1);
        }
        finally
        {
            attempt.Stop(isAnswered);
        }
    }

    public static OperationCanceledException Canceled(
        EsmsEndpoint endpoint, string? requestId, bool mayBeAccepted, CancellationToken cancellationToken) =>
        mayBeAccepted && endpoint.Repeat != EsmsRepeat.Safe
            ? new EsmsSendCanceledException(endpoint.Operation, requestId, cancellationToken)
            : new OperationCanceledException(cancellationToken);

    public void Dispose()
    {
        _pipeline.Dispose();
        Pacing.Dispose();
    }

    /// <summary>Tells an answer, accepted or refused, from what is none.</summary>
    private TryResult Read(
        EsmsEndpoint endpoint, HttpResponseMessage answer, ReadOnlySpan<byte> body, int sendCount)
    {
        var isHttpSuccess = answer.StatusCode is >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous;
        try
        {
            var response = AnswerParser.Parse(endpoint, body, _credentials);
            if (isHttpSuccess || !endpoint.IsSuccess(response.ResultCode))
                return new TryResult(response, null, sendCount);
            return new TryResult(null, FailureRules.OfStatus(endpoint.Operation, answer, null), sendCount);
        }
        catch (EsmsProtocolException exception)
        {
            var failure = isHttpSuccess ? FailureRules.OfAnswer(exception) : FailureRules.OfStatus(endpoint.Operation, answer, exception);
            return new TryResult(null, failure, sendCount);
        }
    }

    private HttpRequestMessage MessageOf(LogicalCall call)
    {
        var parts = new EsmsCall(_credentials, call.RequestId);
        return new HttpRequestMessage(call.Endpoint.Method, AddressOf(call, parts)) { Content = call.Endpoint.CreateContentUntyped(call.Request, parts) };
    }

    private Uri AddressOf(LogicalCall call, EsmsCall parts)
    {
        var endpoint = call.Endpoint;
        if (_baseAddress is null && endpoint.FixedAddress is { } known)
            return known;
        var address = EsmsParameters.ForAddress(_baseAddress ?? endpoint.Origin, parts);
        endpoint.WriteAddressUntyped(ref address, call.Request);
        var isFixed = address.IsFixed;
        var uri = new Uri(address.ToText(), ExactAddress);
        if (_baseAddress is null && isFixed)
            endpoint.FixedAddress = uri;
        return uri;
    }
}
