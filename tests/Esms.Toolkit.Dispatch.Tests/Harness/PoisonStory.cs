using System.Globalization;
using Esms.Dispatching.Worker;
using Esms.Emulator;

namespace Esms.Dispatching.Tests.Harness;

/// <summary>A campaign of rows that can never be sent, each kind of them, and of rows that are too dear for the balance, while codes come in.</summary>
internal static class PoisonStory
{
    /// <summary>It lasts for all codes, and for no row of six SMS.</summary>
    public const decimal Balance = 5000;

    private const int Codes = 5;
    private const int OfEachKind = 8;
    private const int TooDear = 3;
    private const string HalfAnAnswer = """{"CodeResult":"100","SM""";

    private static readonly (string Text, int Status, string Body)[] Kinds =
    [
        ("Poison400", 400, "no"),
        ("Poison403", 403, "no"),
        ("Poison404", 404, "no"),
        ("Poison413", 413, "no"),
        ("PoisonHalf", 200, HalfAnAnswer),
    ];

    public static SendCustomerCareRequest LongMessage(int number) =>
        new()
        {
            Brandname = Campaign.Brandname,
            Phone = Campaign.Message(number).Phone,
            Content = new string('a', 6 * 153),
        };

    /// <param name="esms">The emulator, with the balance.</param>
    /// <param name="startAsync">Starts the application, which sends to an address.</param>
    public static async Task RunAsync(EsmsEmulator esms, Func<Uri, Task<App>> startAsync)
    {
        using var gateway = new Gateway(esms.BaseAddress, Kinds);
        await using var app = await startAsync(gateway.Address);
        await app.EnqueueAsync(EsmsBatch.Of("spring", Rows()));

        for (var code = 1; code <= Codes; code++)
            await SendCodeAsync(esms, app, $"code {code}");
        await app.WaitAsync("spring", static progress => progress.Pause is { Code: EsmsResultCode.BalanceTooLow });
        esms.Engine.Accounts[0].Balance = 100_000;
        esms.Clock.Advance(TimeSpan.FromMinutes(11));
        await SendCodeAsync(esms, app, "last code");
        var ended = await SimulateAsync(esms, app, "spring", TimeSpan.FromSeconds(2), steps: 140);

        Assert.Equal((0, TooDear), (ended.Left, ended.Accepted));
        AssertReasons(await app.ResultsAsync("spring"));
        Assert.Equal(Codes + 1 + TooDear, esms.Messages.Count);
    }

    private static IEnumerable<EsmsBatchRow> Rows()
    {
        var number = 0;
        for (var i = 0; i < OfEachKind; i++)
        {
            foreach (var kind in Kinds)
                yield return new EsmsBatchRow($"{kind.Text} {++number}", Campaign.Message(number, kind.Text)) { Cost = 850 };
            if (i < TooDear)
                yield return new EsmsBatchRow($"dear {++number}", LongMessage(number)) { Cost = 5100 };
        }
    }

    private static async Task SendCodeAsync(EsmsEmulator esms, App app, string campaign)
    {
        await app.EnqueueAsync(EsmsBatch.Of(campaign, [new EsmsBatchRow(1, Campaign.Message(100_000)) { Cost = 850 }]));
        var accepted = await SimulateAsync(esms, app, campaign, TimeSpan.FromSeconds(0.3), steps: 10);
        Assert.Equal(1, accepted.Accepted);
    }

    /// <summary>Moves the clock until the campaign has ended. With what a step takes by itself, the clock goes on by 0.7 seconds more than it is moved.</summary>
    private static async Task<EsmsCampaignProgress> SimulateAsync(EsmsEmulator esms, App app, string campaign, TimeSpan step, int steps)
    {
        var ending = app.WaitAsync(campaign, static progress => progress.Left == 0);
        for (var count = 0; count < steps && !ending.IsCompleted; count++)
        {
            esms.Clock.Advance(step);
            await Task.Delay(TimeSpan.FromSeconds(0.7), TestContext.Current.CancellationToken);
        }
        Assert.True(ending.IsCompleted, $"The campaign {campaign} did not end.");
        return await ending;
    }

    private static void AssertReasons(List<EsmsDispatchResult> results)
    {
        foreach (var (text, status, _) in Kinds)
        {
            var expected = status == 200 ? EsmsDispatchOutcome.Unknown : EsmsDispatchOutcome.Invalid;
            var found = results.Where(result => result.Row.StartsWith(text, StringComparison.Ordinal)).ToList();
            Assert.Equal(OfEachKind, found.Count);
            Assert.All(found, result => Assert.Equal(expected, result.Outcome));
            var reason = status == 200 ? "attempted" : status.ToString(CultureInfo.InvariantCulture);
            Assert.All(found, result => Assert.Contains(reason, result.Problem, StringComparison.Ordinal));
        }
    }
}
