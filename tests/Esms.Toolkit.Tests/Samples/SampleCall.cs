using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Esms.Tests.Server;

namespace Esms.Tests.Samples;

/// <summary>A call as a user would write it, with the published answer to it.</summary>
internal interface ISampleCall
{
    /// <summary>Calls, and compares the typed answer, written as JSON again, with the published one.</summary>
    Task<EsmsResponse> CallAsync(EsmsOptions options);

    /// <summary>Calls, whatever comes back.</summary>
    /// <returns>The typed answer, of a refusal too, and the same written as JSON again.</returns>
    Task<(EsmsResponse Response, string Written, bool IsRefusal)> AskAsync(EsmsOptions options);

    /// <summary>Calls a client that somebody else made.</summary>
    Task CallAsync(EsmsClient esms);
}

/// <summary>A call as a user would write it, with the published answer to it.</summary>
/// <param name="published">The answer of an accepted call.</param>
/// <param name="writtenBack">The same as a typed answer can tell it, where the two differ.</param>
/// <param name="success">The code of an accepted call, which few operations have for themselves.</param>
internal sealed class SampleCall<TResponse>(
    JsonTypeInfo<TResponse> json,
    string published,
    Func<EsmsClient, CancellationToken, Task<TResponse>> call,
    string? writtenBack = null,
    EsmsResultCode success = EsmsResultCode.Success
) : ISampleCall
    where TResponse : EsmsResponse
{
    async Task<EsmsResponse> ISampleCall.CallAsync(EsmsOptions options) => await AnswerAsync(options);

    async Task<(EsmsResponse Response, string Written, bool IsRefusal)> ISampleCall.AskAsync(EsmsOptions options)
    {
        try
        {
            var response = await SendAsync(options);
            return (response, JsonSerializer.Serialize(response, json), false);
        }
        catch (EsmsApiException refusal)
        {
            var response = Assert.IsType<TResponse>(refusal.Response);
            return (response, JsonSerializer.Serialize(response, json), true);
        }
    }

    Task ISampleCall.CallAsync(EsmsClient esms) => call(esms, TestContext.Current.CancellationToken);

    /// <summary>The request that the call makes, whatever comes back.</summary>
    public async Task<ReceivedRequest> RequestAsync()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        var options = server.Options;
        options.MaxTries = 1;
        await Assert.ThrowsAnyAsync<EsmsException>(() => SendAsync(options));
        return Assert.Single(server.Received);
    }

    /// <summary>What is made of the published answer.</summary>
    public async Task<TResponse> AnswerAsync()
    {
        await using var server = await LoopbackServer.AnsweringAsync(published);
        return await AnswerAsync(server.Options);
    }

    /// <summary>What is made of a published refusal: an exception, which has the code and the message, and the members beside them.</summary>
    public async Task<TResponse> RefusalAsync(string answer, int code, string? message)
    {
        await using var server = await LoopbackServer.AnsweringAsync(answer);
        var exception = await Assert.ThrowsAsync<EsmsApiException>(() => SendAsync(server.Options));
        Assert.Equal((code, message), ((int)exception.Code, exception.ServiceMessage));
        Canaries.AssertNoneIn(exception.ToString());
        var response = Assert.IsType<TResponse>(exception.Response);
        AssertSame(answer, response);
        return response;
    }

    private async Task<TResponse> AnswerAsync(EsmsOptions options)
    {
        var response = await SendAsync(options);
        Assert.Equal(success, response.ResultCode);
        AssertSame(writtenBack ?? published, response);
        return response;
    }

    private async Task<TResponse> SendAsync(EsmsOptions options)
    {
        using var esms = new EsmsClient(options);
        return await call(esms, TestContext.Current.CancellationToken);
    }

    private void AssertSame(string expected, TResponse response)
    {
        Assert.Null(response.UnknownMembers);
        SampleJson.AssertSame(expected, JsonSerializer.Serialize(response, json));
    }
}
