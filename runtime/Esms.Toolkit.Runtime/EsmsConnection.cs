using System.ComponentModel;
using System.Net;
using Esms.Runtime;

namespace Esms;

/// <summary>
/// One account's way to eSMS. It is safe to use from many threads at once; make one for each account and keep it. Clients are thin layers
/// over it: <c>new EsmsClient(options)</c> makes its own, and clients from contracts of yours take <see cref="EsmsConnection"/> in their
/// constructor.
/// </summary>
public sealed class EsmsConnection : IDisposable
{
    private static readonly UriCreationOptions ExactAddress = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly EsmsCredentials _credentials;
    private readonly string? _baseAddress;
    private readonly TimeSpan _timeout;
    private readonly int _maxResponseBytes;
    private readonly HttpMessageInvoker _invoker;

    /// <summary>Opens a way of its own; connections are made when they are needed.</summary>
    /// <param name="options">The account. The values are copied, so a later change has no effect.</param>
    /// <exception cref="ArgumentException">An option is missing or out of range; the message names it and never shows its value.</exception>
    public EsmsConnection(EsmsOptions options)
        : this(options, null)
    {
    }

    /// <summary>Sends through a handler of the caller's.</summary>
    /// <param name="options">The account. The values are copied, so a later change has no effect.</param>
    /// <param name="handler">Where requests go; it is not disposed. Null makes one.</param>
    /// <exception cref="ArgumentException">An option is missing or out of range; the message names it and never shows its value.</exception>
    public EsmsConnection(EsmsOptions options, HttpMessageHandler? handler)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.FindProblems().FirstOrDefault() is { } problem)
            throw new ArgumentException($"{nameof(EsmsOptions)}.{problem}", nameof(options));
        _credentials = new EsmsCredentials(options.ApiKey, options.SecretKey);
        _baseAddress = options.BaseAddress?.AbsoluteUri.TrimEnd('/');
        _timeout = options.Timeout;
        _maxResponseBytes = options.MaxResponseBytes;
#pragma warning disable CA2000 // The invoker disposes the handler that is made here.
        _invoker = handler is null
            ? new HttpMessageInvoker(EsmsHandlers.Create(options), disposeHandler: true)
            : new HttpMessageInvoker(handler, disposeHandler: false);
#pragma warning restore CA2000
    }

    /// <summary>Makes a call; a refusal is an exception.</summary>
    /// <typeparam name="TRequest">What the caller gives.</typeparam>
    /// <typeparam name="TResponse">What the service answers.</typeparam>
    /// <param name="endpoint">The operation.</param>
    /// <param name="request">The parameters.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer of an accepted call.</returns>
    /// <exception cref="ArgumentException">A required parameter is missing.</exception>
    /// <exception cref="EsmsApiException">eSMS refused the call.</exception>
    /// <exception cref="EsmsTransportException">No usable answer came.</exception>
    /// <exception cref="EsmsProtocolException">The answer is not what the contract describes.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Task<TResponse> SendAsync<TRequest, TResponse>(
        EsmsEndpoint<TRequest, TResponse> endpoint, TRequest request, CancellationToken cancellationToken = default)
        where TRequest : class
        where TResponse : EsmsResponse =>
        ExchangeAsync(endpoint, MessageOf(endpoint, request), throwOnRefusal: true, cancellationToken);

    /// <summary>Makes a call; a refusal is a result.</summary>
    /// <typeparam name="TRequest">What the caller gives.</typeparam>
    /// <typeparam name="TResponse">What the service answers.</typeparam>
    /// <param name="endpoint">The operation.</param>
    /// <param name="request">The parameters.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer, accepted or refused.</returns>
    /// <exception cref="ArgumentException">A required parameter is missing.</exception>
    /// <exception cref="EsmsTransportException">No usable answer came.</exception>
    /// <exception cref="EsmsProtocolException">The answer is not what the contract describes.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Task<EsmsResult<TResponse>> TrySendAsync<TRequest, TResponse>(
        EsmsEndpoint<TRequest, TResponse> endpoint, TRequest request, CancellationToken cancellationToken = default)
        where TRequest : class
        where TResponse : EsmsResponse
    {
        var message = MessageOf(endpoint, request);
        return ResultAsync();

        async Task<EsmsResult<TResponse>> ResultAsync()
        {
            var response = await ExchangeAsync(endpoint, message, throwOnRefusal: false, cancellationToken).ConfigureAwait(false);
            return new EsmsResult<TResponse>(endpoint.Operation, response, endpoint.IsSuccess(response.ResultCode));
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _invoker.Dispose();

    /// <summary>Makes the request, whole: what is wrong with it is told here, before anything is sent.</summary>
    private HttpRequestMessage MessageOf<TRequest, TResponse>(EsmsEndpoint<TRequest, TResponse> endpoint, TRequest request)
        where TRequest : class
        where TResponse : EsmsResponse
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(request);
        endpoint.Check(request);
        return new HttpRequestMessage(endpoint.Method, AddressOf(endpoint, request)) { Content = endpoint.CreateContent(request, _credentials) };
    }

    private Uri AddressOf<TRequest, TResponse>(EsmsEndpoint<TRequest, TResponse> endpoint, TRequest request)
        where TRequest : class
        where TResponse : EsmsResponse
    {
        if (_baseAddress is null && endpoint.FixedAddress is { } known)
            return known;
        var address = EsmsParameters.ForAddress(_baseAddress ?? endpoint.Origin, _credentials);
        endpoint.WriteAddress(ref address, request);
        var isFixed = address.IsFixed;
        var uri = new Uri(address.ToText(), ExactAddress);
        if (_baseAddress is null && isFixed)
            endpoint.FixedAddress = uri;
        return uri;
    }

    private async Task<TResponse> ExchangeAsync<TRequest, TResponse>(
        EsmsEndpoint<TRequest, TResponse> endpoint, HttpRequestMessage message, bool throwOnRefusal, CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : EsmsResponse
    {
        using var request = message;
        cancellationToken.ThrowIfCancellationRequested();
        var attempt = Attempt.Start(_timeout, _maxResponseBytes, cancellationToken);
        var isAnswered = false;
        try
        {
            using var answer = await attempt.Timed(_invoker.SendAsync(request, attempt.Token)).ConfigureAwait(false);
            await attempt.Timed(answer.Content.CopyToAsync(attempt.Answer, attempt.Token)).ConfigureAwait(false);
            isAnswered = true;
            return Judge(endpoint, answer.StatusCode, attempt.Answer.Bytes, throwOnRefusal);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException or ResponseTooLargeException)
        {
            throw Describe(endpoint.Operation, exception, attempt.IsLate);
        }
        finally
        {
            attempt.Stop(isAnswered);
        }
    }

    /// <summary>Tells acceptance from refusal, and both from an answer that is neither.</summary>
    private static TResponse Judge<TRequest, TResponse>(
        EsmsEndpoint<TRequest, TResponse> endpoint, HttpStatusCode status, ReadOnlySpan<byte> body, bool throwOnRefusal)
        where TRequest : class
        where TResponse : EsmsResponse
    {
        var isHttpSuccess = (int)status is >= 200 and < 300;
        TResponse response;
        try
        {
            response = AnswerParser.Parse(endpoint, body);
        }
        catch (EsmsProtocolException exception) when (!isHttpSuccess)
        {
            throw StatusError(endpoint.Operation, status, exception);
        }
        if (endpoint.IsSuccess(response.ResultCode))
            return isHttpSuccess ? response : throw StatusError(endpoint.Operation, status, null);
        return throwOnRefusal ? throw new EsmsApiException(endpoint.Operation, response) : response;
    }

    private static EsmsTransportException StatusError(string operation, HttpStatusCode status, Exception? cause) =>
        new(operation, EsmsTransportError.HttpStatus, $"the service answered with HTTP status {(int)status}.", cause, status);

    private EsmsException Describe(string operation, Exception exception, bool isLate) => exception switch
    {
        ResponseTooLargeException => new EsmsProtocolException(operation, null, $"the answer is larger than {_maxResponseBytes} bytes ({nameof(EsmsOptions)}.{nameof(EsmsOptions.MaxResponseBytes)})."),
        _ when isLate => new EsmsTransportException(operation, EsmsTransportError.Timeout, $"no whole answer came within {_timeout.TotalSeconds:0.###} seconds ({nameof(EsmsOptions)}.{nameof(EsmsOptions.Timeout)}).", exception),
        _ => new EsmsTransportException(operation, EsmsTransportError.Connection, $"the service could not be reached, or the connection broke: {exception.Message}", exception),
    };
}
