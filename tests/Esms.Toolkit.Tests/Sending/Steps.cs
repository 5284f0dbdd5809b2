using Microsoft.AspNetCore.Http;

namespace Esms.Tests.Sending;

/// <summary>What can happen to a request.</summary>
internal static class Steps
{
    /// <summary>The connection breaks before the service has seen the request.</summary>
    public static Task Reset(HttpContext context, Func<Task<string>> accept)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>The service does its work, and answers.</summary>
    public static async Task Answer(HttpContext context, Func<Task<string>> accept) => await context.Response.WriteAsync(await accept());

    /// <summary>The service does its work, and the connection breaks before the answer.</summary>
    public static async Task LoseAnswer(HttpContext context, Func<Task<string>> accept)
    {
        await accept();
        context.Abort();
    }

    /// <summary>The service does its work, and half of the answer comes.</summary>
    public static async Task HalfAnswer(HttpContext context, Func<Task<string>> accept)
    {
        var answer = await accept();
        context.Response.ContentLength = answer.Length;
        await context.Response.WriteAsync(answer[..(answer.Length / 2)]);
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    /// <summary>The service does its work, and a page comes that is no answer.</summary>
    public static async Task HtmlPage(HttpContext context, Func<Task<string>> accept)
    {
        await accept();
        await context.Response.WriteAsync("<html>Gateway</html>");
    }

    /// <summary>The service does its work, and the answer never comes.</summary>
    public static async Task Hang(HttpContext context, Func<Task<string>> accept)
    {
        await accept();
        await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>An HTTP error, before the service has seen the request.</summary>
    public static FlakyService.Step Status(int status, string? retryAfter = null) =>
        (context, _) =>
        {
            context.Response.StatusCode = status;
            if (retryAfter is not null)
                context.Response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        };

    /// <summary>An answer of the service, which does nothing.</summary>
    public static FlakyService.Step Say(string answer) => (context, _) => context.Response.WriteAsync(answer);

    public static FlakyService.Step Refuse(int code) => Say($$"""{ "CodeResult": "{{code}}", "CodeResponse": "{{code}}", "CountRegenerate": 0 }""");
}
