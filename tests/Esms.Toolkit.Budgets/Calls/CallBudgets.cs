using Esms.Toolkit.Budgets.Measuring;
using Esms.Toolkit.Peers;

namespace Esms.Toolkit.Budgets.Calls;

/// <summary>What a call costs without a network: the default client, all its safety on, over the floor that has none and over HttpClient.</summary>
internal static class CallBudgets
{
    public static Task MeasureAsync(Ledger ledger)
    {
        using var get = new Contenders(new InMemoryHandler(Published.Status));
        Measure(
            ledger,
            "get",
            () => get.Ours.Messages.GetSendStatusAsync(Published.SmsId),
            () => get.Floor.GetSendStatusAsync(Published.SmsId),
            () => get.HttpClient.GetSendStatusAsync(Published.SmsId));
        using var post = new Contenders(new InMemoryHandler(Published.Accepted));
        Measure(
            ledger,
            "post",
            () => post.Ours.Sms.SendCustomerCareAsync(Contenders.Message),
            () => post.Floor.SendCustomerCareAsync(Published.Message),
            () => post.HttpClient.SendCustomerCareAsync(Published.Message));
        return Task.CompletedTask;
    }

    private static void Measure(Ledger ledger, string name, Func<Task> ours, Func<Task> floor, Func<Task> httpClient)
    {
        var bytes = SideBySide.BytesOf(Now(ours));
        ledger.Add($"{name}.bytes-vs-floor", bytes / SideBySide.BytesOf(Now(floor)), 1.15);
        ledger.Add($"{name}.bytes-vs-httpclient", bytes / SideBySide.BytesOf(Now(httpClient)), 0.45);
        ledger.AddTiming($"{name}.time-vs-floor", 1.20, () => SideBySide.TimeRatio(Now(ours), Now(floor)));
    }

    /// <summary>In memory every call ends before it returns; one that does not is not what is to be measured here.</summary>
    private static Action Now(Func<Task> call) => () =>
    {
        var task = call();
        if (!task.IsCompletedSuccessfully)
            throw new InvalidOperationException("The call did not succeed at once.", task.Exception);
    };
}
