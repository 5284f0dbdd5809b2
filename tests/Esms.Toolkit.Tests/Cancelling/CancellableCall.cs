namespace Esms.Tests.Cancelling;

/// <summary>A kind of call that can be cancelled, with what the service does meanwhile.</summary>
/// <param name="Prepare">Makes it ready, and gives back what begins it.</param>
/// <param name="IsSafe">Whether it only reads.</param>
/// <param name="Script">What the service does, up to an answer that ends the call well.</param>
internal sealed record CancellableCall(
    Func<EsmsClient, StoppingService, Task<Func<CancellationToken, Task>>> Prepare,
    bool IsSafe,
    IReadOnlyList<Reply> Script
)
{
    /// <summary>The id of the sends that have one.</summary>
    public const string RequestId = "order-1";

    private static readonly SendCustomerCareRequest Message = new()
    {
        Brandname = "Baotrixemay",
        Phone = "0901888484",
        Content = "686868 la ma xac minh",
        RequestId = RequestId,
    };

    private static readonly SendZaloTemplateBulkRequest Bulk = new()
    {
        OfficialAccountId = "4097311281936189049",
        TemplateId = "200607",
        Messages = [new() { Phone = "0901888484", Params = ["An"] }],
    };

    private static readonly Reply[] Reads = [Reply.TooMany, Reply.Broken, Reply.Busy, Reply.Down, Reply.Accepted];

    private static readonly Reply[] SendsWithId = [Reply.TooMany, Reply.Busy, Reply.Broken, Reply.Down, Reply.Duplicate];

    public static IReadOnlyDictionary<string, CancellableCall> All { get; } =
        new Dictionary<string, CancellableCall>(StringComparer.Ordinal)
        {
            ["a call that reads"] = Of(static (esms, ct) => esms.Messages.GetSendStatusAsync("1", ct), isSafe: true, Reads),
            ["a call that reads, for a result"] = Of(
                static (esms, ct) => esms.Messages.TrySendAsync(new GetSendStatusRequest { SmsId = "1" }, ct),
                isSafe: true,
                Reads
            ),
            ["a call with a rate limit"] = Of(static (esms, ct) => esms.Messages.GetZaloMessageStatusAsync("1", "2", ct), isSafe: true, Reads),
            ["a send with an id"] = Of(static (esms, ct) => esms.Sms.SendCustomerCareAsync(Message, ct), isSafe: false, SendsWithId),
            ["a send with an id, for a result"] = Of(static (esms, ct) => esms.Sms.TrySendAsync(Message, ct), isSafe: false, SendsWithId),
            ["a send without an id"] = Of(static (esms, ct) => esms.Zalo.SendZaloTemplateBulkAsync(Bulk, ct), isSafe: false, Reply.Accepted),
            ["a send without an id, for a result"] = Of(static (esms, ct) => esms.Zalo.TrySendAsync(Bulk, ct), isSafe: false, Reply.Accepted),
            ["a question what became of a send"] = new CancellableCall(LoseAsync, IsSafe: false, SendsWithId),
        };

    private static CancellableCall Of(Func<EsmsClient, CancellationToken, Task> start, bool isSafe, params Reply[] script) =>
        new((esms, _) => Task.FromResult<Func<CancellationToken, Task>>(ct => start(esms, ct)), isSafe, script);

    private static async Task<Func<CancellationToken, Task>> LoseAsync(EsmsClient esms, StoppingService service)
    {
        service.Follow(stops: false, Enumerable.Repeat(Reply.Broken, 5));
        var unknown = await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => esms.Sms.SendCustomerCareAsync(Message, CancellationToken.None));
        return unknown.SettleAsync;
    }
}
