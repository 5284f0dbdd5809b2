namespace Esms.Runtime;

/// <summary>What the wire has seen of one attempt, where other people's handlers are on the way.</summary>
/// <param name="endpoint">The operation.</param>
internal sealed class WireRecord(EsmsEndpoint endpoint) : WatchedMethod(endpoint.Method)
{
    /// <summary>The last stream that was no memory, because to ask for what a type is nested in takes longer than all else here.</summary>
    private static volatile Type? _seenStream;

    private readonly object _gate = new();
    private readonly bool _isOnce = endpoint.Repeat == EsmsRepeat.Never;

    /// <summary>Whether the message is in the body, so that nobody can have sent it without reading that.</summary>
    private bool _isInBody;

    private volatile bool _isClosed;

    /// <summary>How often the request came to the wire, and how many of these requests are still there.</summary>
    private int _passes;
    private int _open;

    /// <summary>How the others ended: before a byte was sent, with an HTTP success, or with a status that says that nothing was done.</summary>
    private int _unsent;
    private int _answered;
    private int _rejected;

    /// <summary>How often the body was read at the wire, and by others; and whether anybody has read it into memory.</summary>
    private int _reads;
    private int _readsElsewhere;
    private bool _isCopied;

    /// <summary>The last response or exception of the wire.</summary>
    private object? _last;

    /// <summary>Whether the message is in the address.</summary>
    public bool IsInAddress => !_isInBody;

    /// <summary>Whether the message must not go out twice.</summary>
    public bool IsOnce => _isOnce;

    /// <summary>The path of the request, by which a copy without the method is known.</summary>
    public string Path { get; private set; } = string.Empty;

    public bool IsClosed => _isClosed;

    /// <summary>Whether the message is in a body that nobody has read so far, so that it cannot be out.</summary>
    public bool IsUnread
    {
        get
        {
            lock (_gate)
                return _isInBody && _reads == 0 && !IsReadElsewhere;
        }
    }

    private bool IsReadElsewhere => _isCopied || _readsElsewhere > 0;

    /// <summary>Whether a handler may have sent the message without the wire: nobody can who has not read it.</summary>
    private bool MayHaveGoneRound => _isInBody ? IsReadElsewhere : _passes == 0;

    /// <summary>Whether the message may have been sent so far, by the wire or by a client that a handler has of its own.</summary>
    private bool MayBeSent => _passes > _unsent || _readsElsewhere > 0;

    /// <summary>Requests that went out and may be accepted: what became of them is not known, or an HTTP success was the answer.</summary>
    private int MaybeAccepted => _passes - _unsent - _rejected;

    /// <summary>Whether a request before the one that was answered, or beside it, may have been accepted.</summary>
    private bool MayBeAcceptedBefore =>
        _passes == 0 ? MayHaveGoneRound : IsRepeatedBelow || _readsElsewhere > 0 || MaybeAccepted > Math.Min(_answered, 1);

    /// <summary>A handler below the wire has sent a request more than once, such as for a redirect.</summary>
    private bool IsRepeatedBelow => _reads > _passes;

    public override void Begin(HttpRequestMessage request)
    {
        var address = request.RequestUri!;
        Path = address.AbsolutePath;
        if (request.Content is WireBody body)
        {
            body.Record = this;
            _isInBody = !body.IsEmpty;
        }
        else if (request.Content is ByteArrayContent { Headers.ContentLength: 0 })
        {
            // The empty body of a send in an address: one that says when it is read takes its place.
            request.Content.Dispose();
            request.Content = new BytesBody([]) { Record = this };
        }
        if (_isOnce)
            OnceTargets.Add(address);
    }

    public override void Close()
    {
        if (_isClosed)
            return;
        lock (_gate)
            _isClosed = true;
    }

    /// <summary>A request comes to the wire.</summary>
    /// <returns>Whether its body says when it is read: that of a copy does not, nor one that a handler has put into memory before.</returns>
    /// <exception cref="InvalidOperationException">The request must not go out (again).</exception>
    public bool BeginPass(HttpContent? content)
    {
        lock (_gate)
        {
            ThrowIfClosed();
            if (_isOnce && MayBeSent)
                throw Repeated();
            _passes++;
            _open++;
            return content is PassBody || (content is WireBody && !IsReadElsewhere);
        }
    }

    public void EndPass(HttpResponseMessage response)
    {
        lock (_gate)
        {
            _open--;
            _last = response;
            if (HttpStatus.IsSuccess(response.StatusCode))
                _answered++;
            else if (!HttpStatus.LeavesOpen(response.StatusCode))
                _rejected++;
        }
    }

    /// <param name="exception">What the wire threw.</param>
    /// <param name="isUnsent">Whether no byte can have gone out.</param>
    public void EndPass(Exception exception, bool isUnsent)
    {
        lock (_gate)
        {
            _open--;
            _last = exception;
            if (isUnsent)
                _unsent++;
        }
    }

    public override void BeginRead(Stream target)
    {
        var isMemory = IsMemory(target);
        lock (_gate)
        {
            ThrowIfClosed();
            if (isMemory)
                _isCopied = true;
            else if (_isOnce && (_open > 0 ? _reads >= _passes : MayBeSent))
                throw Repeated();
            else if (_open > 0)
                _reads++;
            else
                _readsElsewhere++;
        }
    }

    public override bool MayBeOut()
    {
        lock (_gate)
        {
            _isClosed = true;
            return _passes > _unsent || IsReadElsewhere || !_isInBody;
        }
    }

    public override bool MayBeAccepted(object ending)
    {
        lock (_gate)
        {
            _isClosed = true;
            return MayBeAcceptedAt(ending);
        }
    }

    public override object Judge(HttpResponseMessage answer, EsmsResponse response)
    {
        bool mayBeAccepted;
        lock (_gate)
        {
            _isClosed = true;
            response.MayFollowAccepted = MayBeAcceptedBefore;
            if (_passes == 0 || _answered + _rejected > 0)
                return response;
            mayBeAccepted = MayBeAcceptedAt(answer);
        }
        return new TryFailure(
            new EsmsTransportException(
                endpoint.Operation,
                EsmsTransportError.Connection,
                "a handler answered in place of the service, from which no answer came."
            ),
            mayBeAccepted,
            isPassing: true
        );
    }

    private bool MayBeAcceptedAt(object ending)
    {
        if (MaybeAccepted > 0 || IsRepeatedBelow || IsReadElsewhere)
            return true;
        // What is in an address every handler can send by a client of its own. It has not, as far as can be seen, when the end is the wire's.
        return !_isInBody && !ReferenceEquals(ending, _last);
    }

    /// <summary>A buffer of the platform's, for a handler that wants to see the body, is not always such a stream, but then it is nested in its type.</summary>
    private static bool IsMemory(Stream target)
    {
        if (target is MemoryStream)
            return true;
        var type = target.GetType();
        if (type == _seenStream)
            return false;
        var isMemory = type.DeclaringType == typeof(HttpContent);
        if (!isMemory)
            _seenStream = type;
        return isMemory;
    }

    private void ThrowIfClosed()
    {
        if (_isClosed)
            throw new InvalidOperationException($"A handler sent {endpoint.Operation} after the call had ended: it did not go out.");
    }

    private InvalidOperationException Repeated() =>
        new($"A handler repeated {endpoint.Operation}, which could send and bill twice: the repeat did not go out.");
}
