using Esms.Toolkit.Budgets.Measuring;
using Esms.Toolkit.Peers;

namespace Esms.Toolkit.Budgets.Calls;

/// <summary>
/// What a call costs without a network: the default client, all its safety on, over the floor that has none, over HttpClient, and over Refit.
/// </summary>
internal static class CallBudgets
{
    public static Task MeasureAsync(Ledger ledger)
    {
        using var status = new InMemoryHandler(Published.Status);
        using var get = new Contenders(status);
        Measure(
            ledger,
            "get",
            status,
            new CallSet(
                () => get.Ours.Messages.GetSendStatusAsync(Published.SmsId),
                () => get.Floor.GetSendStatusAsync(Published.SmsId),
                () => get.HttpClient.GetSendStatusAsync(Published.SmsId),
                () => get.Refit.GetSendStatusAsync(Published.SmsId)
            ),
            refitBytes: 0.38
        );
        using var accepted = new InMemoryHandler(Published.Accepted);
        using var post = new Contenders(accepted);
        Measure(
            ledger,
            "post",
            accepted,
            new CallSet(
                () => post.Ours.Sms.SendCustomerCareAsync(Contenders.Message),
                () => post.Floor.SendCustomerCareAsync(Published.Message),
                () => post.HttpClient.SendCustomerCareAsync(Published.Message),
                () => post.Refit.SendCustomerCareAsync(Published.Message)
            ),
            refitBytes: 0.28
        );
        return Task.CompletedTask;
    }

    /// <param name="refitBytes">The limit of our bytes over Refit's.</param>
    private static void Measure(Ledger ledger, string name, InMemoryHandler transport, CallSet calls, double refitBytes)
    {
        var transportBytes = SideBySide.BytesOf(Now(transport.AnswerAsync));
        var (bytes, floor, httpClient, refit) = (BytesOf(calls.Ours), BytesOf(calls.Floor), BytesOf(calls.HttpClient), BytesOf(calls.Refit));
        ledger.Note(
            $"{name}: a call allocates {bytes:0} bytes, the floor {floor:0}, HttpClient {httpClient:0}, Refit {refit:0}; the transport's own {transportBytes:0} are not in them"
        );
        ledger.Add($"{name}.bytes-vs-floor", bytes / floor, 1.15);
        ledger.Add($"{name}.bytes-vs-httpclient", bytes / httpClient, 0.45);
        ledger.Add($"{name}.bytes-vs-refit", bytes / refit, refitBytes);
        ledger.AddTiming($"{name}.time-vs-floor", 1.20, () => SideBySide.TimeRatio(Now(calls.Ours), Now(calls.Floor)));
        ledger.AddTiming($"{name}.time-vs-refit", 0.40, () => SideBySide.TimeRatio(Now(calls.Ours), Now(calls.Refit)));

        double BytesOf(Func<Task> call) => SideBySide.BytesOf(Now(call)) - transportBytes;
    }

    /// <summary>In memory every call ends before it returns; one that does not is not what is to be measured here.</summary>
    private static Action Now(Func<Task> call) =>
        () =>
        {
            var task = call();
            if (!task.IsCompletedSuccessfully)
                throw new InvalidOperationException("The call did not succeed at once.", task.Exception);
        };

    /// <summary>The same call of each client.</summary>
    private sealed record CallSet(Func<Task> Ours, Func<Task> Floor, Func<Task> HttpClient, Func<Task> Refit);
}
