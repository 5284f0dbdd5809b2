using Esms.Dispatching.Sqlite;
using static Esms.Cli.Tests.SendingMany.PeopleDesk;

namespace Esms.Cli.Tests.SendingMany;

/// <summary>A campaign knows the service and the account that it goes to.</summary>
public sealed class DestinationTests
{
    private static readonly Destination Real = new(Destination.Esms, "A1");

    [Fact]
    public async Task A_rehearsal_on_this_machine_does_not_take_the_place_of_the_real_campaign()
    {
        await using var desk = await Desk.StartAsync();
        await using var other = await Desk.StartAsync();
        (await SendAsync(desk, FileOf(People))).AssertEndsWith(0);

        var file = desk.Write("messages.csv", FileOf(People));
        string[] command = ["send-many", file, "--brand", "Baotrixemay", "--yes", "--base-address", other.Address];
        (await desk.CallAsync(command)).AssertEndsWith(0);

        AssertEachHasOne(desk);
        AssertEachHasOne(other);
        (await desk.CallAsync(command)).AssertEndsWith(0);
        (await SendAsync(desk, FileOf(People))).AssertEndsWith(0);
        AssertEachHasOne(desk);
        AssertEachHasOne(other);
    }

    [Fact]
    public async Task Another_account_needs_a_choice_and_no_key_is_written_down()
    {
        await using var desk = await Desk.StartAsync();
        (await InterruptAsync(desk, FileOf(People))).AssertEndsWith(ExitCodes.Canceled);
        var before = desk.Emulator.Messages.Count;
        var options = desk.Write("other.json", $$"""{ "ApiKey": "canary-other-key", "SecretKey": "x", "BaseAddress": "{{desk.Address}}" }""");
        string[] command = ["send-many", desk.Write("messages.csv", FileOf(People)), "--brand", "Baotrixemay", "--yes", "--options-file", options];

        var refused = (await Desk.RunAsync(command)).AssertEndsWith(2);

        Assert.Contains("was begun with another account of http://127.0.0.1", refused.Error, StringComparison.Ordinal);
        Assert.Contains("--campaign with a new name", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, desk.Emulator.Messages.Count);
        foreach (var path in Directory.GetFiles(Path.GetDirectoryName(desk.OptionsFile)!, "messages.csv.outbox*"))
            Assert.Equal(-1, (await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken)).AsSpan().IndexOf("canary"u8));
    }

    [Theory]
    [InlineData(Destination.Esms, "B2", "with another account of eSMS")]
    [InlineData("https://gateway.example/", "A1", "went to https://gateway.example/, and this command sends to eSMS")]
    public void A_campaign_of_another_service_or_account_is_refused(string service, string account, string problem)
    {
        var own = new CampaignRecord("spring") { Service = service, Account = account };

        Assert.Contains(problem, Assert.Throws<UsageException>(() => Real.Check(own)).Message, StringComparison.Ordinal);
        Assert.True(Real.Shares(own));
    }

    [Theory]
    [InlineData(null, "eSMS")]
    [InlineData("https://rest.esms.vn/", "eSMS")]
    [InlineData("https://gateway.example", "https://gateway.example/")]
    [InlineData("https://esms.vn.example", "https://esms.vn.example/")]
    [InlineData("http://127.0.0.1:5050", "http://127.0.0.1:5050/")]
    public void A_service_has_one_name(string? address, string service) =>
        Assert.Equal(service, Destination.Of(new EsmsOptions { BaseAddress = address is null ? null : new Uri(address) }).Service);

    [Fact]
    public void A_campaign_of_before_counts_and_one_of_another_machine_does()
    {
        Real.Check(new CampaignRecord("spring"));
        Assert.True(Real.Shares(new CampaignRecord("spring")));
        Assert.True(Real.Shares(new CampaignRecord("spring") { Service = "https://gateway.example/" }));
        Assert.False(Real.Shares(new CampaignRecord("spring") { Service = "http://127.0.0.1:5050/" }));
        Assert.False(new Destination("http://127.0.0.1:5050/", null).Shares(new CampaignRecord("spring") { Service = Destination.Esms }));
    }
}
