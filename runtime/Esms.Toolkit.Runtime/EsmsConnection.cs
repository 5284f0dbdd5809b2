using System.ComponentModel;
using Esms.Runtime;

namespace Esms;

/// <summary>
/// One account's way to eSMS. It is safe to use from many threads at once; make one for each account and keep it. Clients are thin layers
/// over it: <c>new EsmsClient(options)</c> makes its own, and clients from contracts of yours take <see cref="EsmsConnection"/> in their
/// constructor.
/// </summary>
public sealed class EsmsConnection : IDisposable
{
    private readonly Gateway _gateway;
    private readonly CallRunner _runner;
    private readonly bool _ownsGateway;
    private IDisposable? _reloads;

    /// <summary>Opens a way of its own; connections are made when they are needed.</summary>
    /// <param name="options">The account. The values are copied, so a later change has no effect.</param>
    /// <exception cref="ArgumentException">An option is missing or out of range; the message names it and never shows its value.</exception>
    public EsmsConnection(EsmsOptions options)
        : this(options, OwnPipeline(options)) { }

    /// <summary>Sends through a handler of the caller's.</summary>
    /// <param name="options">The account. The values are copied, so a later change has no effect.</param>
    /// <param name="handler">
    /// Where requests go; it is not disposed. Null makes one. It is set up so that no key leaves by it: a <c>SocketsHttpHandler</c> at its end gets no redirects,
    /// no cookies and no spans, and a <c>HttpClientHandler</c> is replaced by one that has its settings. So it must not be in use elsewhere. A handler of a class
    /// of yours that talks to the network must not follow redirects. Under a chain of handlers, one is put that watches what goes out.
    /// </param>
    /// <exception cref="ArgumentException">
    /// An option is missing or out of range; the message names it and never shows its value. Or the handler is in use already, or cannot be set up.
    /// </exception>
    public EsmsConnection(EsmsOptions options, HttpMessageHandler? handler)
        : this(options, handler is null ? OwnPipeline(options) : PipelineOf(options, handler)) { }

    /// <summary>For services, whose handlers are secured already.</summary>
    internal EsmsConnection(EsmsOptions options, Pipeline pipeline)
    {
        _gateway = new Gateway(options, pipeline);
        _runner = new CallRunner(_gateway);
        _ownsGateway = true;
    }

    private EsmsConnection(Gateway gateway, CallRunner runner)
    {
        _gateway = gateway;
        _runner = runner;
    }

    /// <summary>Uses keys and bounds of a configuration that was reloaded: keys from the next try on, bounds from the next call on.</summary>
    internal void Use(EsmsOptions options) => _gateway.Use(options);

    /// <summary>What ends with the connection.</summary>
    internal void Keep(IDisposable? reloads) => _reloads = reloads;

    /// <summary>The same way with other bounds, for some calls: it shares connections and rate limits with this one, and ends with it.</summary>
    /// <param name="options">What is to be different.</param>
    /// <returns>A connection for these calls. It need not be disposed.</returns>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public EsmsConnection With(EsmsCallOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new EsmsConnection(_gateway, ChangedCallRunner.Of(_gateway, _runner.Changes, options));
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
    /// <exception cref="EsmsOutcomeUnknownException">A send went out and its answer was lost.</exception>
    /// <exception cref="EsmsTransportException">No usable answer came, and nothing was sent.</exception>
    /// <exception cref="EsmsProtocolException">The answer is not what the contract describes.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Task<TResponse> SendAsync<TRequest, TResponse>(
        EsmsEndpoint<TRequest, TResponse> endpoint,
        TRequest request,
        CancellationToken cancellationToken = default
    )
        where TRequest : class
        where TResponse : EsmsResponse => RunAsync<TResponse>(LogicalCall.Of(endpoint, request).Throwing(), null, cancellationToken);

    /// <summary>Makes a call; a refusal is a result, and so is a send whose outcome is unknown.</summary>
    /// <typeparam name="TRequest">What the caller gives.</typeparam>
    /// <typeparam name="TResponse">What the service answers.</typeparam>
    /// <param name="endpoint">The operation.</param>
    /// <param name="request">The parameters.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What became of the call.</returns>
    /// <exception cref="ArgumentException">A required parameter is missing.</exception>
    /// <exception cref="EsmsTransportException">No usable answer came, and nothing was sent.</exception>
    /// <exception cref="EsmsProtocolException">The answer is not what the contract describes.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Task<EsmsResult<TResponse>> TrySendAsync<TRequest, TResponse>(
        EsmsEndpoint<TRequest, TResponse> endpoint,
        TRequest request,
        CancellationToken cancellationToken = default
    )
        where TRequest : class
        where TResponse : EsmsResponse
    {
        return ResultAsync<TResponse>(LogicalCall.Of(endpoint, request), null, cancellationToken);
    }

    /// <summary>Makes a send that an outbox kept, and that may have gone out before, from here or from elsewhere.</summary>
    internal Task<EsmsResult<EsmsSendResponse>> TrySendFromOutboxAsync(
        LogicalCall call,
        DateTimeOffset? triedSince,
        CancellationToken cancellationToken
    ) =>
        ResultAsync<EsmsSendResponse>(
            call,
            triedSince is { } begun ? new CallHistory(SendAge.Since(begun)) { MayBeAccepted = true } : null,
            cancellationToken
        );

    /// <summary>Closes the connections.</summary>
    public void Dispose()
    {
        _reloads?.Dispose();
        if (_ownsGateway)
            _gateway.Dispose();
    }

#pragma warning disable CA2000 // The gateway disposes of the pipeline, and that of the handler that is made here.
    private static Pipeline OwnPipeline(EsmsOptions options)
    {
        Check(options);
        return new Pipeline(EsmsHandlers.Create(options), ownsHandler: true);
    }
#pragma warning restore CA2000

    private static Pipeline PipelineOf(EsmsOptions options, HttpMessageHandler handler)
    {
        Check(options);
        try
        {
            var chain = HandlerChain.Secure(handler, options);
            return WatchedPipeline.Over(chain.First, ownsHandler: chain.IsReplaced);
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidOperationException)
        {
            throw new ArgumentException(exception.Message, nameof(handler), exception);
        }
    }

    private static void Check(EsmsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.FindProblems() is [var problem, ..])
            throw new ArgumentException($"{nameof(EsmsOptions)}.{problem}", nameof(options));
    }

    /// <summary>Gives the answer its type. A call that is answered at once needs no waiting for that.</summary>
    private Task<TResponse> RunAsync<TResponse>(LogicalCall call, CallHistory? history, CancellationToken cancellationToken)
        where TResponse : EsmsResponse
    {
        var running = _runner.RunAsync(call, history, cancellationToken);
        return running.IsCompletedSuccessfully ? Task.FromResult((TResponse)running.Result) : WaitAsync(running);

        static async Task<TResponse> WaitAsync(ValueTask<object> running) => (TResponse)await running.ConfigureAwait(false);
    }

    private async Task<EsmsResult<TResponse>> ResultAsync<TResponse>(LogicalCall call, CallHistory? history, CancellationToken cancellationToken)
        where TResponse : EsmsResponse
    {
        try
        {
            var response = await RunAsync<TResponse>(call, history, cancellationToken).ConfigureAwait(false);
            return new EsmsResult<TResponse>(call.Endpoint, response, CallRunner.IsAccepted(call.Endpoint, response));
        }
        catch (EsmsOutcomeUnknownException exception)
        {
            return new EsmsResult<TResponse>(exception);
        }
    }
}
