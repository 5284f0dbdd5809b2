using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Esms.Toolkit.Hostile.Server;

/// <summary>What each fault does to a request.</summary>
/// <param name="script">What happens when.</param>
/// <param name="tooLong">Longer than a client waits for a try.</param>
internal sealed class Misdeeds(FaultScript script, TimeSpan tooLong)
{
    private const int Pieces = 4;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <param name="context">The request.</param>
    /// <param name="current">Which try it is.</param>
    /// <param name="accept">Lets the service do its work; gives its answer.</param>
    public Task AnswerAsync(HttpContext context, Try current, Func<string> accept) =>
        script.FaultOf(current) switch
        {
            Fault.None => context.Response.WriteAsync(accept()),
            Fault.ResetBefore => ResetAsync(context),
            Fault.HangBefore => HangAsync(context),
            Fault.TooManyRequests => AskToWaitAsync(context, current),
            Fault.ErrorBefore => FailAsync(context, current),
            Fault.Busy => context.Response.WriteAsync("""{ "CodeResult": "160", "CountRegenerate": 0, "ErrorMessage": "Too many requests" }"""),
            Fault.LateAcceptance => LateAsync(context, accept),
            var fault => SpoilAsync(context, current, fault, accept()),
        };

    /// <summary>The service has done its work, and its answer meets with something.</summary>
    private Task SpoilAsync(HttpContext context, Try current, Fault fault, string answer) =>
        fault switch
        {
            Fault.ResetAfter => ResetAsync(context),
            Fault.HangAfter => HangAsync(context),
            Fault.HalfBody => HalfAsync(context, answer),
            Fault.SlowBody => SlowAsync(context, answer),
            Fault.HtmlPage => context.Response.WriteAsync("<html><body>502 Bad Gateway</body></html>"),
            Fault.ErrorAfter => FailAsync(context, current),
            Fault.LateSuccess => LateAsync(context, () => answer),
            Fault.TwiceInOneBody => context.Response.WriteAsync(answer + answer),
            Fault.SecondResponse => AnswerTwiceAsync(context, answer),
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "Not a fault of the service."),
        };

    private static Task ResetAsync(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static async Task HangAsync(HttpContext context) =>
        await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>The work goes on although nobody waits for it any more.</summary>
    private async Task LateAsync(HttpContext context, Func<string> accept)
    {
        await Task.Delay(tooLong);
        await context.Response.WriteAsync(accept());
    }

    private Task AskToWaitAsync(HttpContext context, Try current)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = script.IsHeads(current) ? "0" : DateTimeOffset.UtcNow.ToString("R", CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    }

    private Task FailAsync(HttpContext context, Try current)
    {
        context.Response.StatusCode = script.ErrorOf(current);
        return context.Response.WriteAsync("<html>Server Error</html>");
    }

    private static async Task HalfAsync(HttpContext context, string answer)
    {
        context.Response.ContentLength = answer.Length;
        await context.Response.WriteAsync(answer[..(answer.Length / 2)]);
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    private static async Task SlowAsync(HttpContext context, string answer)
    {
        context.Response.ContentLength = answer.Length;
        foreach (var piece in answer.Chunk((answer.Length / Pieces) + 1))
        {
            await context.Response.WriteAsync(new string(piece));
            await context.Response.Body.FlushAsync();
            await Task.Delay(Pause);
        }
    }

    /// <summary>
    /// A second response follows the first, which nobody asked for: the answer to another send. The next call must not take it for its own.
    /// </summary>
    private static async Task AnswerTwiceAsync(HttpContext context, string answer)
    {
        const string Foreign = """{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "foreign" }""";
        var transport = context.Features.GetRequiredFeature<IConnectionTransportFeature>().Transport;
        await transport.Output.WriteAsync(Encoding.ASCII.GetBytes(ResponseOf(answer) + ResponseOf(Foreign)));
        context.Response.Headers.Connection = "close";
    }

    private static string ResponseOf(string answer) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {answer.Length}\r\n\r\n{answer}"
        );
}
