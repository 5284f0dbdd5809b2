using System.Collections.Concurrent;
using System.Globalization;

namespace Esms.Emulator.Tests.Kill;

/// <summary>Killed at any moment and started again, the emulator has every message whose id it has told.</summary>
[FullRun("kills processes")]
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Rounds = 50;
    private const int Senders = 4;
    private const int Seed = 20260105;
    private const int Recipients = 40;

    [Fact]
    public async Task No_accepted_message_is_lost_and_none_is_half()
    {
        var folder = Directory.CreateTempSubdirectory();
        var file = Path.Combine(folder.FullName, "esms.db");
        var dice = new Random(Seed);
        var (accepted, interrupted) = (0, 0);
        var fresh = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        try
        {
            for (var round = 0; round <= Rounds; round++)
            {
                using var emulator = await EmulatorProcess.StartAsync(file);
                var options = emulator.Options;
                await AssertAllThereAsync(options, fresh);
                accepted += fresh.Count;
                fresh.Clear();
                if (round == Rounds)
                    break;
                using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
                var senders = Enumerable.Range(0, Senders).Select(sender => SendAsync(options, fresh, $"{round}-{sender}", stop.Token)).ToList();
                // A new process takes a while for its first answer. Most are killed at work behind that, some before.
                while (round % 5 != 0 && fresh.IsEmpty && !senders.TrueForAll(static sender => sender.IsCompleted))
                    await Task.Delay(1, TestContext.Current.CancellationToken);
                await Task.Delay(dice.Next(0, 200), TestContext.Current.CancellationToken);
                await emulator.KillAsync();
                await stop.CancelAsync();
                interrupted += (await Task.WhenAll(senders)).Sum();
            }
            AssertNoneHalf(file, accepted, interrupted);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        output.WriteLine($"{Rounds} kills, {accepted} messages accepted, {interrupted} sends interrupted");
        Assert.True(accepted > Rounds, $"{accepted}");
        Assert.True(interrupted > 0, $"{interrupted}");
    }

    /// <returns>How many sends ended without an answer.</returns>
    private static async Task<int> SendAsync(
        EsmsOptions options,
        ConcurrentDictionary<string, string> accepted,
        string name,
        CancellationToken cancellation
    )
    {
        using var client = new EsmsClient(options);
        for (var number = 0; ; number++)
        {
            var requestId = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
            try
            {
                var phones = Enumerable.Range(0, Recipients).Select(static place => $"09000000{place:00}").ToList();
                var sent = await client.Sms.SendAdvertisingAsync(
                    new()
                    {
                        Brandname = "QC_ONLINE",
                        Content = requestId,
                        Phones = phones,
                        RequestId = requestId,
                    },
                    cancellation
                );
                accepted[sent.SmsId] = requestId;
            }
            catch (Exception exception) when (exception is EsmsException or OperationCanceledException)
            {
                return 1;
            }
        }
    }

    private static async Task AssertAllThereAsync(EsmsOptions options, ConcurrentDictionary<string, string> accepted)
    {
        using var client = new EsmsClient(options);
        foreach (var id in accepted.Keys)
            Assert.Equal(Recipients, (await client.Messages.GetSendStatusAsync(id, TestContext.Current.CancellationToken)).TotalReceivers);
        // What was accepted is remembered by its request id too, or a client that tries again would send twice.
        if (accepted.FirstOrDefault() is { Value: { } requestId })
        {
            var phones = Enumerable.Range(0, Recipients).Select(static place => $"09000000{place:00}").ToList();
            var repeat = await client.Sms.TrySendAsync(
                new SendAdvertisingRequest
                {
                    Brandname = "QC_ONLINE",
                    Content = requestId,
                    Phones = phones,
                    RequestId = requestId,
                },
                TestContext.Current.CancellationToken
            );
            Assert.Equal(EsmsResultCode.DuplicateRequestId, repeat.Code);
        }
    }

    /// <summary>Whoever has sent without hearing of it may be in the file or not, but whole; and what all cost is what was charged.</summary>
    private static void AssertNoneHalf(string file, int accepted, int interrupted)
    {
        using var engine = new EmulatorEngine(new() { DataFile = file, Balance = 1_000_000_000m });
        var messages = engine.Messages.ToList();

        Assert.InRange(messages.Count, accepted, accepted + interrupted);
        Assert.All(messages, message => Assert.Equal((Recipients, 40), (message.RecipientCount, engine.Messages.RecipientsOf(message.Id).Count)));
        Assert.Equal(messages.Count, messages.DistinctBy(static message => message.RequestId).Count());
        Assert.Equal(1_000_000_000m - messages.Sum(static message => message.FullPrice), engine.BalanceOf(engine.Accounts[0]));
        Assert.Equal(messages.Count, engine.Messages.Search(new() { Text = "0900000039" }).Total);
    }
}
