using System.Net.Sockets;
using Esms.Emulator.Around;
using Esms.Emulator.Tests.Harness;
using Esms.Emulator.Tool;

namespace Esms.Emulator.Tests.Hosting;

/// <summary>The emulator reads nothing of the program that it is in, and leaves its signals alone.</summary>
[FullRun("starts programs and sends them signals")]
public sealed class SurroundingsTests
{
    private const int PortOfTheApplication = 18089;

    private const string Settings = """
        { "AllowedHosts": "shop.example", "Kestrel": { "Endpoints": { "Http": { "Url": "http://127.0.0.1:18089" } } }, "urls": "http://127.0.0.1:18089" }
        """;

    private static readonly (string, string)[] Environment =
    [
        ("AllowedHosts", "shop.example"),
        ("ASPNETCORE_AllowedHosts", "shop.example"),
        ("ASPNETCORE_ENVIRONMENT", "Development"),
        ("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", "Nobody.Has.This"),
        ("ASPNETCORE_HTTP_PORTS", "18089"),
        ("ASPNETCORE_URLS", "http://127.0.0.1:18089"),
        ("ASPNETCORE_CONTENTROOT", "/nowhere"),
        ("DOTNET_CONTENTROOT", "/nowhere"),
        ("DOTNET_URLS", "http://127.0.0.1:18089"),
        ("Kestrel__Endpoints__Http__Url", "http://127.0.0.1:18089"),
        ("Kestrel__Endpoints__Https__Url", "https://127.0.0.1:18090"),
        ("Logging__Console__FormatterName", "nobody"),
        ("URLS", "http://127.0.0.1:18089"),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<Type> Programs => [typeof(BystanderProgram), typeof(EmulatorProgram)];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Settings_of_the_program_do_not_reach_it(Type program)
    {
        var folder = Directory.CreateTempSubdirectory();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "appsettings.json"), Settings, Cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "appsettings.Development.json"), Settings, Cancellation);
        using var running = await ProgramUnderTest.StartAsync(program, $"cd '{folder.FullName}'", Environment);

        await AssertAnswersAsync(running);
        using var socket = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(async () => await socket.ConnectAsync("127.0.0.1", PortOfTheApplication, Cancellation));
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("rmdir \"$PWD\"")]
    [InlineData("chmod 555 .")]
    [InlineData("mkfifo appsettings.json")]
    public async Task The_working_folder_does_not_matter(string shell)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps the folders that somebody works in.");
        var folder = Directory.CreateTempSubdirectory();
        using var running = await ProgramUnderTest.StartAsync(typeof(BystanderProgram), $"cd '{folder.FullName}' && {shell}");

        await AssertAnswersAsync(running);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("QUIT")]
    [InlineData("HUP")]
    public async Task A_signal_ends_a_program_that_has_one(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no signals.");
        using var running = await ProgramUnderTest.StartAsync(typeof(BystanderProgram));

        Assert.NotEqual(0, await running.SignalAsync(signal));
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("QUIT")]
    public async Task The_tool_takes_a_signal_as_its_end(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no signals.");
        using var running = await ProgramUnderTest.StartAsync(typeof(EmulatorProgram));

        Assert.Equal(0, await running.SignalAsync(signal));
    }

    [Fact]
    public async Task Nothing_of_the_call_that_starts_it_flows_into_it()
    {
        var told = new AsyncLocal<string?> { Value = "of the test" };
        var seen = new TaskCompletionSource<string?>();
        var clock = EmulatorClock.Stopped(Desk.Morning);
        await using var esms = await EsmsEmulator.StartAsync(
            new() { Clock = clock, Callbacks = { Handler = new Spy(() => seen.TrySetResult(told.Value)) } },
            Cancellation
        );
        using var client = new EsmsClient(esms.Options);
        told.Value = null;
        await client.Sms.SendCustomerCareAsync(
            new()
            {
                Brandname = "Baotrixemay",
                Phone = "0901888484",
                Content = "a",
                CallbackUrl = "http://127.0.0.1:1/",
            },
            Cancellation
        );
        clock.Advance(TimeSpan.FromMinutes(1)); // The pump makes the callback.

        Assert.Null(await seen.Task.WaitAsync(Cancellation));
    }

    [Fact]
    public void The_library_is_no_program()
    {
        Assert.Null(typeof(EsmsEmulator).Assembly.EntryPoint);
        Assert.DoesNotContain(typeof(EsmsEmulator).Assembly.GetTypes(), static type => type.Name == "Program");
    }

    [Fact]
    public async Task Five_hundred_live_in_one_process()
    {
        var all = new List<EsmsEmulator>();
        try
        {
            for (var i = 0; i < 500; i++)
                all.Add(await EsmsEmulator.StartAsync(cancellationToken: Cancellation));
            foreach (var esms in all)
            {
                using var client = new EsmsClient(esms.Options);
                Assert.Equal(10_000_000m, (await client.Account.GetBalanceAsync(Cancellation)).Balance);
            }
            Assert.Equal(500, all.DistinctBy(static esms => esms.BaseAddress).Count());
        }
        finally
        {
            await Task.WhenAll(all.Select(static esms => esms.DisposeAsync().AsTask()));
        }
    }

    private static async Task AssertAnswersAsync(ProgramUnderTest running)
    {
        using var client = new EsmsClient(
            new EsmsOptions
            {
                ApiKey = "emulator-api-key",
                SecretKey = "emulator-secret-key",
                BaseAddress = running.Address,
            }
        );
        Assert.Equal(10_000_000m, (await client.Account.GetBalanceAsync(Cancellation)).Balance);
        using var http = new HttpClient();
        Assert.Contains("<main>", await http.GetStringAsync(running.Address, Cancellation), StringComparison.Ordinal);
    }

    private sealed class Spy(Action called) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            called();
            return Task.FromResult(new HttpResponseMessage());
        }
    }
}
