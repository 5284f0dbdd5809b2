using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Esms.Toolkit.Budgets.Dispatch.SlowDisk;

/// <summary>A web application that enqueues one message for each request, in a process of its own, on a slow disk.</summary>
internal sealed class EnqueueServer : IDisposable
{
    /// <summary>The argument by which this program becomes the application.</summary>
    public const string Verb = "enqueue";

    private readonly Process _process;

    private EnqueueServer(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <param name="library">What makes the disk slow.</param>
    public static async Task<EnqueueServer> StartAsync(string library)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, Verb) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["LD_PRELOAD"] = library;
        var process = Process.Start(start)!;
        var address =
            await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The application ended before it listened.");
        return new EnqueueServer(process, new Uri(address));
    }

    /// <summary>Serves until its standard input ends.</summary>
    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("esms-budget-");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddEsmsDispatch().UseSqlite(Path.Combine(folder.FullName, "outbox.db")).WithoutWorker();
        await using (var app = builder.Build())
        {
            app.Run(context => AnswerAsync(context, app.Services.GetRequiredService<IEsmsDispatcher>()));
            await app.StartAsync();
            Console.WriteLine(app.Urls.Single());
            await Console.In.ReadToEndAsync();
        }
        folder.Delete(recursive: true);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static async Task AnswerAsync(HttpContext context, IEsmsDispatcher dispatcher)
    {
        switch (context.Request.Path.Value)
        {
            case "/enqueue":
                var number = int.Parse(context.Request.QueryString.Value![1..], CultureInfo.InvariantCulture);
                await dispatcher.EnqueueAsync(EsmsBatch.Of("web", [new EsmsBatchRow(number, Outbox.Message(number))]), context.RequestAborted);
                break;
            case "/wait":
                await Task.Delay(TimeSpan.FromMilliseconds(8), context.RequestAborted);
                break;
        }
    }
}
