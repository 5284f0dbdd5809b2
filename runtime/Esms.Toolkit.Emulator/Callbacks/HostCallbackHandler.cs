using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Esms.Emulator;

/// <summary>
/// Brings callbacks to the application in whose services the emulator is, whatever host their address names, as a proxy in front of the application
/// would: the host stays in Host, and a scheme that the application does not listen on in X-Forwarded-Proto.
/// </summary>
/// <param name="services">Those of the application.</param>
internal sealed class HostCallbackHandler(IServiceProvider services) : HttpMessageHandler
{
    private readonly object _lock = new();
    private HttpMessageInvoker? _invoker;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await WaitForStartAsync(cancellationToken).ConfigureAwait(false);
        var server = services.GetRequiredService<IServer>();
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses;
        if (HandlerOf(server) is { } handler)
            return await SendInProcessAsync(InvokerOver(() => handler), request, cancellationToken).ConfigureAwait(false);
        Redirect(request, addresses ?? []);
        return await InvokerOver(Sockets).SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _invoker?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>What is sent while the application starts may be called back before it listens.</summary>
    private async Task WaitForStartAsync(CancellationToken cancellation)
    {
        if (services.GetService<IHostApplicationLifetime>() is not { } lifetime || lifetime.ApplicationStarted.IsCancellationRequested)
            return;
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>A TestServer has no port, and its package is the test's, so its method is found by its name.</summary>
    private static HttpMessageHandler? HandlerOf(IServer server) =>
        server.GetType().GetMethod("CreateHandler", BindingFlags.Public | BindingFlags.Instance, Type.EmptyTypes)?.Invoke(server, null)
        as HttpMessageHandler;

    /// <summary>A TestServer throws what its application throws; a real one answers with status 500.</summary>
    private static async Task<HttpResponseMessage> SendInProcessAsync(
        HttpMessageInvoker invoker,
        HttpRequestMessage request,
        CancellationToken cancellation
    )
    {
        try
        {
            return await invoker.SendAsync(request, cancellation).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Anything can come out of somebody's application.
        catch (Exception exception) when (exception is not (OperationCanceledException or ObjectDisposedException))
#pragma warning restore CA1031
        {
            return new HttpResponseMessage(HttpStatusCode.InternalServerError);
        }
    }

    private static void Redirect(HttpRequestMessage request, ICollection<string> addresses)
    {
        var asked = request.RequestUri!;
        var all = addresses.Select(BindingAddress.Parse).Where(static address => !address.IsUnixPipe && !address.IsNamedPipe).ToList();
        var address =
            all.Find(address => address.Scheme == asked.Scheme)
            ?? all.FirstOrDefault()
            ?? throw new HttpRequestException("The application listens on no port.");
        request.RequestUri = new UriBuilder(asked)
        {
            Scheme = address.Scheme,
            Host = IsAnyAddress(address.Host) ? "localhost" : address.Host,
            Port = address.Port,
        }.Uri;
        request.Headers.Host = AuthorityOf(asked);
        if (address.Scheme != asked.Scheme)
            request.Headers.Add("X-Forwarded-Proto", asked.Scheme);
    }

    /// <summary>As it travels: letters of Vietnamese in Punycode.</summary>
    private static string AuthorityOf(Uri url)
    {
        var host = url.HostNameType == UriHostNameType.IPv6 ? url.Host : url.IdnHost;
        return url.IsDefaultPort ? host : $"{host}:{url.Port}";
    }

    private static bool IsAnyAddress(string host) =>
        host is "*" or "+" || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)));

    private HttpMessageInvoker InvokerOver(Func<HttpMessageHandler> handler)
    {
        lock (_lock)
            return _invoker ??= new HttpMessageInvoker(handler());
    }

    private static SocketsHttpHandler Sockets() =>
        new()
        {
            AllowAutoRedirect = false, // They could lead off this machine.
            UseProxy = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
#pragma warning disable CA5359 // The application under test, on this machine, with whatever certificate it has for development.
            SslOptions = { RemoteCertificateValidationCallback = static (_, _, _, _) => true },
#pragma warning restore CA5359
        };
}
