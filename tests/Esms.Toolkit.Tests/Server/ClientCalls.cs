namespace Esms.Tests.Server;

/// <summary>Calls in one line.</summary>
internal static class ClientCalls
{
    public static async Task<GetSendStatusResponse> GetSendStatusAsync(
        this EsmsOptions options,
        string smsId = Answers.SmsId,
        CancellationToken? cancellationToken = null
    )
    {
        using var esms = new EsmsClient(options);
        return await esms.Messages.GetSendStatusAsync(smsId, cancellationToken ?? TestContext.Current.CancellationToken);
    }

    /// <summary>Serves one answer, calls once, and gives back what was made of it.</summary>
    public static async Task<GetSendStatusResponse> ReadAsync(string body)
    {
        await using var server = await LoopbackServer.AnsweringAsync(body);
        return await server.Options.GetSendStatusAsync();
    }

    /// <summary>Serves one answer that must end in an exception, which must not hold a key.</summary>
    public static async Task<TException> FailAsync<TException>(this LoopbackServer server)
        where TException : EsmsException
    {
        var exception = await Assert.ThrowsAsync<TException>(() => server.Options.GetSendStatusAsync());
        Assert.Equal("GetSendStatus", exception.Operation);
        Canaries.AssertNoneIn(exception.ToString());
        return exception;
    }
}
