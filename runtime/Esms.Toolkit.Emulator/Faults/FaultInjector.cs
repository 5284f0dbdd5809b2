using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Esms.Emulator;

/// <summary>What each fault does to a request.</summary>
internal static class FaultInjector
{
    /// <param name="rule">What happens; null when nothing does.</param>
    /// <param name="handle">Lets the emulator do its work; gives its answer.</param>
    /// <param name="write">Sends an answer.</param>
    public static async Task AnswerAsync(HttpContext context, FaultRule? rule, Func<string> handle, Func<string, Task> write)
    {
        switch (rule?.Kind)
        {
            case FaultKind.Hang:
                await WaitAsync(context, Timeout.InfiniteTimeSpan).ConfigureAwait(false);
                break;
            case FaultKind.Reset:
                context.Abort();
                break;
            case FaultKind.ServerError:
                context.Response.StatusCode = rule.Status;
                await context.Response.WriteAsync("<html><body>Server Error</body></html>", context.RequestAborted).ConfigureAwait(false);
                break;
            case FaultKind.TooManyRequests:
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.Headers.RetryAfter = "1";
                break;
            case FaultKind.Latency:
                if (await WaitAsync(context, rule.Delay).ConfigureAwait(false))
                    await write(handle()).ConfigureAwait(false);
                break;
            case FaultKind.LateSuccess:
                var late = handle();
                if (await WaitAsync(context, rule.Delay).ConfigureAwait(false))
                    await write(late).ConfigureAwait(false);
                break;
            case FaultKind.LostAnswer:
                handle();
                context.Abort();
                break;
            case FaultKind.HalfBody:
                await WriteHalfAsync(context, handle()).ConfigureAwait(false);
                break;
            default:
                await write(handle()).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>Waits by the clock on the wall; a host that stops does not wait for it.</summary>
    /// <returns>Whether the time has passed, and somebody still waits for the answer.</returns>
    private static async Task<bool> WaitAsync(HttpContext context, TimeSpan delay)
    {
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        await Task.Delay(delay, ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!ended.IsCancellationRequested)
            return true;
        context.Abort();
        return false;
    }

    private static async Task WriteHalfAsync(HttpContext context, string answer)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(answer);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2), context.RequestAborted).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        context.Abort();
    }
}
