using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace Esms;

/// <summary>
/// Refuses settings of an <see cref="HttpClient"/> on the builder of an account, when the application starts: calls go through the handlers and not through an
/// <see cref="HttpClient"/>, so the settings would have no effect. What is set for all clients of an application is not refused, and neither is a time limit that
/// is turned off, which packages for resilience do.
/// </summary>
internal sealed class HttpClientSettingsValidator(string httpName, IServiceProvider services) : IValidateOptions<HttpClientFactoryOptions>
{
    /// <summary>The name of no client, which has only the settings of all clients.</summary>
    private const string NoClient = "Esms.Toolkit.NoClient";

    public ValidateOptionsResult Validate(string? name, HttpClientFactoryOptions options)
    {
        if (name != httpName)
            return ValidateOptionsResult.Skip;
        // Asked for only now: whoever makes the options makes their validators first.
        var ofAll = services.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get(NoClient);
        if (options.HttpClientActions.Count == ofAll.HttpClientActions.Count)
            return ValidateOptionsResult.Success;
        using var client = Apply(options);
        using var expected = Apply(ofAll);
        var problem = FindProblem(client, expected);
        return problem is null
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"ConfigureHttpClient on the HTTP client \"{httpName}\" has no effect, because the calls of eSMS do not use an HttpClient. {problem} "
                    + "If this is an HTTP client of your own, give it another name."
            );
    }

    private static HttpClient Apply(HttpClientFactoryOptions options)
    {
        var client = new HttpClient();
        foreach (var action in options.HttpClientActions)
            action(client);
        return client;
    }

    private static string? FindProblem(HttpClient client, HttpClient expected)
    {
        if (client.BaseAddress != expected.BaseAddress)
            return "Instead of BaseAddress, set EsmsOptions.BaseAddress.";
        if (client.Timeout != expected.Timeout && client.Timeout != Timeout.InfiniteTimeSpan)
            return "Instead of Timeout, set EsmsOptions.Timeout and EsmsOptions.TryTimeout.";
        if (client.MaxResponseContentBufferSize != expected.MaxResponseContentBufferSize)
            return "Instead of MaxResponseContentBufferSize, set EsmsOptions.MaxResponseBytes.";
        return client.DefaultRequestHeaders.ToString() == expected.DefaultRequestHeaders.ToString()
            ? null
            : "Instead of DefaultRequestHeaders, add a handler with AddHttpMessageHandler.";
    }
}
