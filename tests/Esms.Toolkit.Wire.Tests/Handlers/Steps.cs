using System.Net;
using Esms.Wire.Tests.Service;

namespace Esms.Wire.Tests.Handlers;

/// <summary>What handlers of users do to requests.</summary>
internal static class Steps
{
    /// <summary>Shorter than any answer that never comes, and longer than most that do.</summary>
    private static readonly TimeSpan OwnLimit = TimeSpan.FromMilliseconds(120);

    /// <summary>The client that some handlers have of their own, with the settings that .NET gives to it.</summary>
    private static readonly HttpClient Own = new();

    public static IReadOnlyDictionary<string, Step?> All { get; } =
        new Dictionary<string, Step?>(StringComparer.Ordinal)
        {
            ["none"] = null,
            ["copying"] = static (request, send, ct) => send(Copies.Bare(request), ct),
            ["copying with options"] = static (request, send, ct) => send(Copies.Whole(request), ct),
            ["copying the bytes"] = static async (request, send, ct) => await send(await Copies.ForeignAsync(request), ct),
            ["copying in another flow"] = CopyElsewhereAsync,
            ["retrying"] = RetryAsync,
            ["retrying with copies"] = RetryWithCopiesAsync,
            ["retrying with bytes"] = RetryWithBytesAsync,
            ["retrying in another flow"] = RetryElsewhereAsync,
            ["hedging"] = HedgeAsync,
            ["forwarding"] = static (request, _, ct) => Own.SendAsync(Copies.Bare(request), HttpCompletionOption.ResponseHeadersRead, ct),
            ["falling back"] = FallBackAsync,
            [Answering] = static (_, _, _) => Task.FromResult(Answer(Answers.Accepted)),
            ["throwing"] = static (_, _, _) => throw new IOException("The circuit is open."),
            ["swallowing"] = static (request, send, ct) => SwallowAsync(request, send, HttpStatusCode.ServiceUnavailable, ct),
            ["swallowing into 404"] = static (request, send, ct) => SwallowAsync(request, send, HttpStatusCode.NotFound, ct),
            [Inventing] = InventAsync,
            ["delaying"] = DelayAsync,
            ["waiting for long"] = WaitAsync,
            ["own time limit"] = LimitAsync,
            ["disposing early"] = DisposeAsync,
            ["buffering"] = BufferAsync,
        };

    /// <summary>Answers by itself. What it says lies above the client, as the answers of a test double do.</summary>
    public static string Answering => "answering by itself";

    /// <summary>Says success when the service said nothing.</summary>
    public static string Inventing => "inventing success";

    private static HttpResponseMessage Answer(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body) };

    private static async Task<HttpResponseMessage> RetryAsync(
        HttpRequestMessage request,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var response = await send(request, cancellationToken);
            if (response.IsSuccessStatusCode)
                return response;
        }
        catch (HttpRequestException)
        {
            // What went wrong is forgotten.
        }
        return await send(request, cancellationToken);
    }

    private static Task<HttpResponseMessage> RetryWithCopiesAsync(
        HttpRequestMessage request,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken
    ) => RetryAsync(request, (original, ct) => send(Copies.Bare(original), ct), cancellationToken);

    private static Task<HttpResponseMessage> RetryWithBytesAsync(
        HttpRequestMessage request,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken
    ) => RetryAsync(request, async (original, ct) => await send(await Copies.ForeignAsync(original), ct), cancellationToken);

    private static Task<HttpResponseMessage> CopyElsewhereAsync(
        HttpRequestMessage request,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken
    )
    {
        using (ExecutionContext.SuppressFlow())
            return Task.Run(async () => await send(await Copies.ForeignAsync(request), cancellationToken), CancellationToken.None);
    }

    private static Task<HttpResponseMessage> RetryElsewhereAsync(
        HttpRequestMessage request,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken
    ) => RetryAsync(request, (original, ct) => CopyElsewhereAsync(original, send, ct), cancellationToken);

    private static async Task<HttpResponseMessage> HedgeAsync(
        HttpRequestMessage request,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken
    )
    {
        var (first, second) = (send(Copies.Bare(request), cancellationToken), send(Copies.Bare(request), cancellationToken));
        var sooner = await Task.WhenAny(first, second);
        return await (
            sooner.IsCompletedSuccessfully ? sooner
            : sooner == first ? second
            : first
        );
    }

    private static async Task<HttpResponseMessage> FallBackAsync(
        HttpRequestMessage request,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await send(request, cancellationToken);
        }
        catch (HttpRequestException)
        {
            return await Own.SendAsync(Copies.Bare(request), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
    }

    private static async Task<HttpResponseMessage> SwallowAsync(
        HttpRequestMessage request,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
        HttpStatusCode status,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await send(request, cancellationToken);
        }
        catch (HttpRequestException)
        {
            return Answer(string.Empty, status);
        }
    }

    private static async Task<HttpResponseMessage> InventAsync(
        HttpRequestMessage request,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var response = await send(request, cancellationToken);
            if ((int)response.StatusCode < 500)
                return response;
        }
        catch (HttpRequestException)
        {
            // Below.
        }
        return Answer(Answers.Accepted);
    }

    private static async Task<HttpResponseMessage> DelayAsync(
        HttpRequestMessage request,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken
    )
    {
        await Task.Delay(5, cancellationToken);
        var response = await send(request, cancellationToken);
        await Task.Delay(5, cancellationToken);
        return response;
    }

    /// <summary>Longer than a caller waits who cancels.</summary>
    private static async Task<HttpResponseMessage> WaitAsync(
        HttpRequestMessage request,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken
    )
    {
        await Task.Delay(300, cancellationToken);
        return await send(request, cancellationToken);
    }

    private static async Task<HttpResponseMessage> LimitAsync(
        HttpRequestMessage request,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await send(request, cancellationToken).WaitAsync(OwnLimit, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new TaskCanceledException("The handler waits no longer.", new TimeoutException());
        }
    }

    private static async Task<HttpResponseMessage> DisposeAsync(
        HttpRequestMessage request,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken
    )
    {
        var response = await send(request, cancellationToken);
        request.Dispose();
        response.Dispose();
        return response;
    }

    private static async Task<HttpResponseMessage> BufferAsync(
        HttpRequestMessage request,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken
    )
    {
        if (request.Content is { } content)
            await content.LoadIntoBufferAsync(cancellationToken);
        var response = await send(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        return response;
    }
}
