using System.Diagnostics;
using System.Globalization;
using Esms.Emulator.Tests.Harness;
using Esms.Tests.Secrets;

namespace Esms.Emulator.Tests.Scale;

/// <summary>A hundred thousand messages: they are found, and cost no more memory than they must.</summary>
[Collection(nameof(Quiet))] // The memory of the whole process is measured.
public sealed class ManyMessagesTests(ITestOutputHelper output)
{
    private const int Messages = 100_000;
    private const int Bulk = 500;

    /// <summary>A message with its words and its recipient takes about 1.3 KB in the store.</summary>
    private const long MostBytes = 400L * 1024 * 1024;

    [Fact]
    [FullRun("sends 100,000 messages")]
    public async Task They_are_listed_searched_and_counted()
    {
        await using var desk = await Desk.StartAsync(new() { Balance = 1_000_000_000m });
        var before = Memory();
        var watch = Stopwatch.StartNew();
        await SendAsync(desk, Messages);
        Say($"{Messages} messages accepted over HTTP, {Bulk} a call", watch);
        var grown = Memory() - before;

        var rare = desk.Esms.Messages.Search(new() { Text = "don hang 4242x" });
        Say("one of them found by words", watch);
        var byPhone = desk.Esms.Messages.Search(new() { Text = "0900004242" });
        Say("by phone number", watch);
        var all = desk.Esms.Messages.Search(new() { Text = "đơn", Limit = 10 });
        Say("all found by one word", watch);
        desk.Esms.Clock.Advance(TimeSpan.FromMinutes(1));
        var finished = desk.Esms.Messages.Search(
            new()
            {
                SendStatus = 5,
                Channel = EmulatedChannel.Zalo,
                Limit = 1000,
            }
        );
        var failed = desk.Esms.Messages.Search(new() { Outcome = EmulatedOutcome.Failed });
        Say("counted by status and by outcome", watch);
        var pages = Pages(desk.Esms, 1000);
        Say("all walked through page by page", watch);

        Assert.Equal(Messages, desk.Esms.Messages.Count);
        Assert.Equal("""["Đơn hàng 4242x"]""", Assert.Single(rare.Page).Content);
        Assert.Equal((1, rare.Page[0].Id), (byPhone.Total, byPhone.Page[0].Id));
        Assert.Equal((Messages, 10), (all.Total, all.Page.Count));
        Assert.Equal((Messages, 1000, 0), (finished.Total, finished.Page.Count, failed.Total));
        Assert.Equal((Messages, Messages), (pages.Count, pages.Distinct(StringComparer.Ordinal).Count()));
        Assert.Equal(1_000_000_000m - (Messages * 660m), await desk.BalanceAsync());
        output.WriteLine($"memory grown by {grown / 1024 / 1024} MiB");
        Assert.True(grown < MostBytes, $"{grown}");
    }

    [Fact]
    public async Task The_oldest_go_when_there_are_too_many()
    {
        await using var desk = await Desk.StartAsync(new() { MaxMessages = 1000, Balance = 1_000_000_000m });

        await SendAsync(desk, 3000);

        Assert.InRange(desk.Esms.Messages.Count, 900, 1000);
        Assert.Equal(desk.Esms.Messages.Count, desk.Esms.Messages.Search(new() { Text = "đơn" }).Total);
        Assert.True(desk.Esms.Messages.First().Number > 2000);
    }

    [Fact]
    public async Task The_oldest_go_when_they_take_too_much_room()
    {
        await using var desk = await Desk.StartAsync(new() { MaxBytes = 5 * 1024 * 1024, Balance = 1_000_000_000m });

        for (var i = 0; i < 400; i++)
        {
            await desk.Client.Sms.SendCustomerCareAsync(
                new()
                {
                    Brandname = "Baotrixemay",
                    Phone = "0901888484",
                    Content = new string('a', 50_000),
                },
                TestContext.Current.CancellationToken
            );
        }

        Assert.InRange(desk.Esms.Messages.Count, 50, 250);
    }

    private static async Task SendAsync(Desk desk, int count)
    {
        for (var first = 0; first < count; first += Bulk)
        {
            var messages = Enumerable
                .Range(first, Bulk)
                .Select(static number => new ZaloBulkMessage
                {
                    Phone = string.Create(CultureInfo.InvariantCulture, $"09{number:00000000}"),
                    Params = [string.Create(CultureInfo.InvariantCulture, $"Đơn hàng {number}x")],
                });
            var sent = await desk.Client.Zalo.SendZaloTemplateBulkAsync(
                new()
                {
                    OfficialAccountId = Desk.OfficialAccount,
                    TemplateId = "267247",
                    Messages = [.. messages],
                },
                TestContext.Current.CancellationToken
            );
            Assert.Equal(Bulk, sent.TotalSuccess);
        }
    }

    private static List<string> Pages(EsmsEmulator esms, int size)
    {
        var ids = new List<string>();
        var query = new EmulatedMessageQuery { Limit = size };
        while (esms.Messages.Search(query).Page is { Count: > 0 } page)
        {
            ids.AddRange(page.Select(static message => message.Id));
            query = query with { Before = page[^1].Number };
        }
        return ids;
    }

    /// <summary>All of the process, for SQLite's memory is not of .NET.</summary>
    private static long Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    private void Say(string what, Stopwatch watch)
    {
        output.WriteLine($"{what}: {watch.ElapsedMilliseconds} ms");
        watch.Restart();
    }
}
