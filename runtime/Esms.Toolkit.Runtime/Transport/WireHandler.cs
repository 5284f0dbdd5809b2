namespace Esms.Runtime;

/// <summary>The last handler before the wire: it knows to which attempt each request belongs, and what became of it.</summary>
/// <param name="wire">What sends.</param>
internal sealed partial class WireHandler(HttpMessageHandler wire) : DelegatingHandler(wire)
{
    private static readonly object Gate = new();

    private static readonly AsyncLocal<WireRecord?> Current = new();

    /// <summary>What talks to the network. It may have been replaced by a safer one, and guards of ours may be above it, since this was made.</summary>
    private HttpMessageHandler Sender
    {
        get
        {
            var sender = InnerHandler!;
            while (sender is RedirectGuard or HeaderGuard)
                sender = ((DelegatingHandler)sender).InnerHandler!;
            return sender;
        }
    }

    /// <summary>
    /// Puts one under all handlers, also under those that a primary handler has inside. Handlers that were used before cannot be changed: then
    /// nothing is seen, and what the body of a request tells must do.
    /// </summary>
    /// <param name="handler">The first of the handlers.</param>
    /// <returns>The first of the handlers.</returns>
    public static HttpMessageHandler PutUnder(HttpMessageHandler handler)
    {
        if (handler is not DelegatingHandler last)
            return new WireHandler(handler);
        // Two connections may share their handlers, and be made at the same time.
        lock (Gate)
        {
            while (last is not WireHandler && last.InnerHandler is DelegatingHandler next)
                last = next;
            if (last is WireHandler || last.InnerHandler is not { } sender)
                return handler;
            try
            {
                last.InnerHandler = new WireHandler(sender);
            }
            catch (InvalidOperationException)
            {
                // They were used before.
            }
            return handler;
        }
    }

    /// <summary>Lets copies that have nothing of the request find its record.</summary>
    public static void Enter(WireRecord record) => Current.Value = record;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Find(request) is { } record ? PassAsync(record, request, cancellationToken) : base.SendAsync(request, cancellationToken);

    /// <summary>Sends a request of an attempt. What is answered at once needs no waiting.</summary>
    public Task<HttpResponseMessage> PassAsync(WireRecord record, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Without a body the HTTP stack repeats a request by itself, and a handler may have taken it off.
        request.Content ??= HttpStack.CreateEmptyBody();
        var saysWhenRead = record.BeginPass(request.Content);
        // It would hold back the empty body of a send in an address, and with it the news that the request goes out.
        if (record.IsInAddress)
            request.Headers.ExpectContinue = null;
        if (record.IsOnce)
            TakeHttp1(request);
        Task<HttpResponseMessage> sending;
        try
        {
            // One that sends each request once needs no look at it meanwhile.
            if (!saysWhenRead && !HttpStack.SendsOnce(Sender))
                request.Content = new PassBody(request.Content, record);
            sending = base.SendAsync(request, cancellationToken);
        }
        catch (Exception exception)
        {
            End(record, exception);
            throw;
        }
        if (sending.Status != TaskStatus.RanToCompletion)
            return WaitAsync(record, sending);
#pragma warning disable CA1849 // It has ended.
        record.EndPass(sending.Result);
#pragma warning restore CA1849
        return sending;
    }

    /// <summary>HTTP/2 has a reset that says that nothing was done, after which the HTTP stack repeats the request by itself.</summary>
    static partial void TakeHttp1(HttpRequestMessage request);

    private async Task<HttpResponseMessage> WaitAsync(WireRecord record, Task<HttpResponseMessage> sending)
    {
        try
        {
            var response = await sending.ConfigureAwait(false);
            record.EndPass(response);
            return response;
        }
        catch (Exception exception)
        {
            End(record, exception);
            throw;
        }
    }

    private void End(WireRecord record, Exception exception) =>
        record.EndPass(exception, HttpStack.IsBeforeSending(exception) && (HttpStack.IsKnown(Sender) || record.IsUnread));

    /// <returns>Null for a request that needs no watching, or that is none of a call.</returns>
    /// <exception cref="InvalidOperationException">It could be the copy of a request that must not go out twice, and nothing says of which.</exception>
    private static WireRecord? Find(HttpRequestMessage request)
    {
        var record = request.Method as WireRecord ?? (request.Content as WireBody)?.Record as WireRecord;
        if (record is not null || request.Method is UnwatchedMethod)
            return record;
        // A handler may also send something else during a call, such as the request for a token.
        if (Current.Value is { IsClosed: false } current && IsCopy(request, current))
            return current;
        return OnceTargets.Has(request)
            ? throw new InvalidOperationException(
                $"A handler sent a request to {request.RequestUri!.Host} that does not say to which call it belongs, and that could send and bill twice: it did not go out. Keep the {nameof(HttpRequestMessage.Method)} or the {nameof(HttpRequestMessage.Content)} of the request that is copied."
            )
            : null;
    }

    private static bool IsCopy(HttpRequestMessage request, WireRecord record) =>
        request.Method == record && request.RequestUri is { IsAbsoluteUri: true } address && address.AbsolutePath == record.Path;
}
