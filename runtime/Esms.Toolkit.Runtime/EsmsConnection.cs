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

    /// <summary>Opens a way of its own; connections are made when they are needed.</summary>
    /// <param name="options">The account. The values are copied, so a later change has no effect.</param>
    /// <exception cref="ArgumentException">An option is missing or out of range; the message names it and never shows its value.</exception>
    public EsmsConnection(EsmsOptions options)
        : this(options, null) { }

    /// <summary>Sends through a handler of the caller's.</summary>
    /// <param name="options">The account. The values are copied, so a later change has no effect.</param>
    /// <param name="handler">Where requests go; it is not disposed. Null makes one.</param>
    /// <exception cref="ArgumentException">An option is missing or out of range; the message names it and never shows its value.</exception>
    public EsmsConnection(EsmsOptions options, HttpMessageHandler? handler)
        : this(options, handler, countsSends: false) { }

    // countsSends: whether a SendCountHandler is the last of the handlers.
    internal EsmsConnection(EsmsOptions options, HttpMessageHandler? handler, bool countsSends)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.FindProblems() is [var problem, ..])
            throw new ArgumentException($"{nameof(EsmsOptions)}.{problem}", nameof(options));
#pragma warning disable CA2000 // The gateway disposes of the pipeline, and that of the handler that is made here.
        _gateway = new Gateway(options, new Pipeline(handler ?? EsmsHandlers.Create(options), ownsHandler: handler is null), countsSends);
#pragma warning restore CA2000
        _runner = new CallRunner(_gateway, new CallSettings(options));
        _ownsGateway = true;
    }

    private EsmsConnection(Gateway gateway, CallSettings settings)
    {
        _gateway = gateway;
        _runner = new CallRunner(gateway, settings);
    }

    /// <summary>The same way with other bounds, for some calls: it shares connections and rate limits with this one, and ends with it.</summary>
    /// <param name="options">What is to be different.</param>
    /// <returns>A connection for these calls. It need not be disposed.</returns>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public EsmsConnection With(EsmsCallOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new EsmsConnection(_gateway, _runner.Settings.With(options));
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
        where TResponse : EsmsResponse => RunAsync<TResponse>(LogicalCall.Of(endpoint, request), throwsOnRefusal: true, null, cancellationToken);

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
    internal Task<EsmsResult<EsmsSendResponse>> TrySendKeptAsync(LogicalCall call, DateTimeOffset? triedSince, CancellationToken cancellationToken) =>
        ResultAsync<EsmsSendResponse>(call, triedSince is { } begun ? new CallHistory(begun) { MayBeAccepted = true } : null, cancellationToken);

    /// <summary>Closes the connections.</summary>
    public void Dispose()
    {
        if (_ownsGateway)
            _gateway.Dispose();
    }

    /// <summary>Gives the answer its type. A call that is answered at once needs no waiting for that.</summary>
    private Task<TResponse> RunAsync<TResponse>(LogicalCall call, bool throwsOnRefusal, CallHistory? history, CancellationToken cancellationToken)
        where TResponse : EsmsResponse
    {
        var running = _runner.RunAsync(call, throwsOnRefusal, history, cancellationToken);
        return running.IsCompletedSuccessfully ? Task.FromResult((TResponse)running.Result) : WaitAsync(running);

        static async Task<TResponse> WaitAsync(ValueTask<object> running) => (TResponse)await running.ConfigureAwait(false);
    }

    private async Task<EsmsResult<TResponse>> ResultAsync<TResponse>(LogicalCall call, CallHistory? history, CancellationToken cancellationToken)
        where TResponse : EsmsResponse
    {
        try
        {
            var response = await RunAsync<TResponse>(call, throwsOnRefusal: false, history, cancellationToken).ConfigureAwait(false);
            return new EsmsResult<TResponse>(call.Endpoint, response, CallRunner.IsAccepted(call.Endpoint, response));
        }
        catch (EsmsOutcomeUnknownException exception)
        {
            return new EsmsResult<TResponse>(exception);
        }
    }
}
