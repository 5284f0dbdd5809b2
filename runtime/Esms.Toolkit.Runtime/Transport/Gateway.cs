using System.Runtime.CompilerServices;

namespace Esms.Runtime;

/// <summary>One account's way to the service: its keys, its handlers, its pace. Makes requests out of calls, and responses out of answers.</summary>
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

    /// <summary>The request of a try.</summary>
    // Not inlined: inside of a method that awaits and catches, no value stays in a register, and all of it is cleared for each call.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public HttpRequestMessage RequestOf(in LogicalCall call, Attempt attempt)
    {
        var parts = new EsmsCall(_credentials, call.RequestId);
        var request = new HttpRequestMessage(_pipeline.MethodOf(call.Endpoint), AddressOf(call, parts)) { Content = BodyOf(call, parts) };
        if (call.Endpoint.Repeat != EsmsRepeat.Safe && request.Method is WatchedMethod record)
        {
            record.Begin(request);
            attempt.Record = record;
        }
        return request;
    }

    /// <summary>Sends a request.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, Attempt attempt) => _pipeline.ExchangeAsync(request, attempt.Token);

    public void Dispose()
    {
        _pipeline.Dispose();
        Pacing.Dispose();
    }

    /// <summary>Tells an answer, accepted or refused, from what is none.</summary>
    /// <returns>
    /// The <see cref="EsmsResponse"/>, or a <see cref="TryFailure"/>. Neither is kept in the attempt, which is old: to write a reference to something
    /// new into an old object costs more than anything else that a call does here.
    /// </returns>
    public object Read(HttpResponseMessage answer, Attempt attempt)
    {
        if (HttpStatus.Decides(answer.StatusCode))
            return FailureRules.OfStatus(answer, attempt, null);
        var isHttpSuccess = HttpStatus.IsSuccess(answer.StatusCode);
        try
        {
            var response = AnswerParser.Parse(attempt.Endpoint, attempt.Answer.Bytes, _credentials);
            if (!isHttpSuccess && attempt.Endpoint.IsSuccess(response.ResultCode))
                return FailureRules.OfStatus(answer, attempt, null, saysAccepted: true);
            return attempt.Record is { } record ? record.Judge(answer, response) : response;
        }
        catch (EsmsProtocolException exception)
        {
            return isHttpSuccess ? FailureRules.OfAnswer(exception) : FailureRules.OfStatus(answer, attempt, exception);
        }
    }

    /// <summary>A send that has no body in its contract gets an empty one, see <see cref="HttpStack.CreateEmptyBody"/>.</summary>
    private static HttpContent? BodyOf(in LogicalCall call, EsmsCall parts) =>
        call.Endpoint.CreateContentUntyped(call.Request, parts) ?? (call.Endpoint.Repeat == EsmsRepeat.Safe ? null : HttpStack.CreateEmptyBody());

    private Uri AddressOf(in LogicalCall call, EsmsCall parts)
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
