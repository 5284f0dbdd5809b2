using Esms.Tests.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Esms.Tests.DependencyInjection;

/// <summary>A configuration that is reloaded by .NET itself.</summary>
public sealed class ReloadedFileTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>As the host loads it, with a file that is written anew.</summary>
    [Fact]
    public async Task A_file_that_is_written_anew_is_followed()
    {
        await using var server = await LoopbackServer.AnsweringAsync(Answers.Finished);
        var folder = Directory.CreateTempSubdirectory();
        var path = Path.Combine(folder.FullName, "appsettings.json");
        await File.WriteAllTextAsync(path, Json("old"), Cancellation);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddJsonFile(path, optional: false, reloadOnChange: true);
        builder.Services.AddEsms(builder.Configuration.GetSection("Esms"));
        using var host = builder.Build();
        await host.StartAsync(Cancellation);
        var esms = host.Services.GetRequiredService<EsmsClient>();
        await esms.Messages.GetSendStatusAsync("1", Cancellation);

        var changed = new TaskCompletionSource();
        using var watch = host
            .Services.GetRequiredService<IOptionsMonitor<EsmsOptions>>()
            .OnChange(
                (options, _) =>
                {
                    if (options.ApiKey == "new")
                        changed.TrySetResult();
                }
            );
        await File.WriteAllTextAsync(path, Json("new"), Cancellation);
        await changed.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
        await esms.Messages.GetSendStatusAsync("1", Cancellation);

        Assert.Equal(["old", "new"], server.Received.Select(static request => request.Query["ApiKey"]));
        await host.StopAsync(Cancellation);
        folder.Delete(recursive: true);

        string Json(string key) =>
            $$"""{ "Esms": { "ApiKey": "{{key}}", "SecretKey": "secret", "BaseAddress": "{{server.Options.BaseAddress}}" } }""";
    }
}
