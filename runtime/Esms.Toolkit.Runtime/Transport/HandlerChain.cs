using Microsoft.Extensions.Http;

namespace Esms.Runtime;

/// <summary>
/// Handlers of the caller's, from the first to the one that talks to the network. It is found here wherever it was set: in a constructor, on a builder, by a
/// filter, or for all clients of an application.
/// </summary>
internal static class HandlerChain
{
    /// <summary>Makes a chain safe for keys: see <see cref="PrimaryHandler"/>, <see cref="RedirectGuard"/> and <see cref="HeaderGuard"/>.</summary>
    /// <exception cref="NotSupportedException">The handler that talks to the network cannot be made safe.</exception>
    /// <exception cref="InvalidOperationException">A handler is in use already, so it cannot be changed.</exception>
    public static SecuredChain Secure(HttpMessageHandler first, EsmsOptions options)
    {
        DelegatingHandler? last = null;
        var (primary, isGuarded, mayAddHeaders) = (first, false, false);
        while (primary is DelegatingHandler { InnerHandler: { } inner } delegating)
        {
            (last, primary) = (delegating, inner);
            isGuarded |= delegating is HeaderGuard or RedirectGuard;
            mayAddHeaders |= IsOfTheCaller(delegating);
        }
        // Two accounts may share a chain, which the first of them has made safe.
        if (isGuarded)
            return new SecuredChain(first, isReplaced: false, unknown: null);
        try
        {
            return Secure(first, last, primary, mayAddHeaders && IsOfService(options.BaseAddress), options);
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidOperationException(
                $"{primary.GetType().Name} cannot be set up for eSMS, because it is in use already. Give the connection a handler of its own.",
                exception
            );
        }
    }

#pragma warning disable CA2000 // Whoever has the chain disposes of it.
    private static SecuredChain Secure(
        HttpMessageHandler first,
        DelegatingHandler? last,
        HttpMessageHandler primary,
        bool guardsHeaders,
        EsmsOptions options
    )
    {
        var known = PrimaryHandler.Secure(primary, options);
        if (known is null && (options.Proxy ?? (object?)options.ClientCertificates) is not null)
            throw new NotSupportedException(
                $"{nameof(EsmsOptions)}.{nameof(EsmsOptions.Proxy)} and {nameof(EsmsOptions.ClientCertificates)} cannot be given to {primary.GetType().Name}: "
                    + $"set them there, or use a handler of .NET."
            );
        // A handler without others is guarded by the pipeline over it.
        if (known is null && last is null)
            return new SecuredChain(first, isReplaced: false, unknown: primary.GetType().Name);
        var secured = known ?? new RedirectGuard(primary);
        if (guardsHeaders)
            secured = new HeaderGuard(secured);
        if (last is not null && secured != primary)
            last.InnerHandler = secured;
        return new SecuredChain(
            last is null ? secured : first,
            isReplaced: last is null && known is not null && known != primary,
            unknown: known is null ? primary.GetType().Name : null
        );
    }
#pragma warning restore CA2000

    /// <summary>Whether calls go to eSMS itself. A gateway of the caller's may want to know who calls.</summary>
    private static bool IsOfService(Uri? baseAddress)
    {
        if (baseAddress is null)
            return true;
        var host = "." + baseAddress.IdnHost.TrimEnd('.');
        return host.EndsWith(".esms.vn", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".apiesms.com", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsOfTheCaller(DelegatingHandler handler) =>
        handler is not WireHandler && handler.GetType().Assembly != typeof(HttpMessageHandlerBuilder).Assembly;
}
