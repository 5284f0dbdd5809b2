using Esms.Toolkit.Budgets.Measuring;
using Esms.Toolkit.Peers;

namespace Esms.Toolkit.Budgets.Calls;

/// <summary>What a call costs without a network: the default client, all its safety on, over the floor that has none and over HttpClient.</summary>
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
            () => get.Ours.Messages.GetSendStatusAsync(Published.SmsId),
            () => get.Floor.GetSendStatusAsync(Published.SmsId),
            () => get.HttpClient.GetSendStatusAsync(Published.SmsId)
        );
        using var accepted = new InMemoryHandler(Published.Accepted);
        using var post = new Contenders(accepted);
        Measure(
            ledger,
            "post",
            accepted,
            () => post.Ours.Sms.SendCustomerCareAsync(Contenders.Message),
            () => post.Floor.SendCustomerCareAsync(Published.Message),
            () => post.HttpClient.SendCustomerCareAsync(Published.Message)
        );
        return Task.CompletedTask;
    }

    private static void Measure(Ledger ledger, string name, InMemoryHandler transport, Func<Task> ours, Func<Task> floor, Func<Task> httpClient)
    {
        var transportBytes = SideBySide.BytesOf(Now(transport.AnswerAsync));
        var (bytes, floorBytes, httpClientBytes) = (BytesOf(ours), BytesOf(floor), BytesOf(httpClient));
        ledger.Note(
            $"{name}: a call allocates {bytes:0} bytes, the floor {floorBytes:0}, HttpClient {httpClientBytes:0}; the transport's own {transportBytes:0} are not in them"
        );
        ledger.Add($"{name}.bytes-vs-floor", bytes / floorBytes, 1.15);
        ledger.Add($"{name}.bytes-vs-httpclient", bytes / httpClientBytes, 0.45);
        ledger.AddTiming($"{name}.time-vs-floor", 1.20, () => SideBySide.TimeRatio(Now(ours), Now(floor)));

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
}
