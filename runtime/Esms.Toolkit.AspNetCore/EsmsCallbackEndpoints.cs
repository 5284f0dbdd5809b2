using System.Diagnostics.CodeAnalysis;
using Esms.Receiving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Esms;

/// <summary>Gives addresses to the calls that eSMS makes.</summary>
/// <remarks>
/// Each pattern has <c>{token}</c> in it, or the prefix of its group has, where eSMS must have <see cref="EsmsCallbackOptions.Token"/>;
/// anything else is answered with HTTP status 404. It has no constraint, and no other endpoint has the same address; what is wrong stops the
/// start of the application. A handler runs apart from the request, in a service scope of its own for each try, because eSMS may hang up
/// before it has finished. When it throws, it is tried again; see <see cref="EsmsCallbackOptions.GiveUpAfter"/>. The endpoints are open to
/// callers who are not logged in, because eSMS cannot log in, and output caches, rate limiters and request timeouts do not apply to them.
/// </remarks>
public static class EsmsCallbackEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Post];

    /// <summary>Receives delivery callbacks of SMS, Zalo and Viber messages, at the address that sends give as <c>CallbackUrl</c>.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The address, such as <c>/esms/{token}/delivery</c>.</param>
    /// <param name="handler">Handles a callback. Its token is cancelled when there is no more time.</param>
    /// <returns>The endpoint.</returns>
    /// <exception cref="ArgumentException">The pattern has no <c>{token}</c>, or a constraint on it.</exception>
    /// <exception cref="InvalidOperationException"><c>AddEsmsCallbacks</c> was not called.</exception>
    /// <seealso href="https://developers.esms.vn/en/esms-api/callback-url"/>
    public static IEndpointConventionBuilder MapEsmsDeliveryCallback(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        Func<DeliveryCallback, CancellationToken, Task> handler
    ) => endpoints.MapEsmsDeliveryCallback(pattern, WithoutServices(handler));

    /// <summary>Receives delivery callbacks of SMS, Zalo and Viber messages, with the services of a scope.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The address, such as <c>/esms/{token}/delivery</c>.</param>
    /// <param name="handler">Handles a callback with the services of its scope. Its token is cancelled when there is no more time.</param>
    /// <returns>The endpoint.</returns>
    /// <exception cref="ArgumentException">The pattern has no <c>{token}</c>, or a constraint on it.</exception>
    /// <exception cref="InvalidOperationException"><c>AddEsmsCallbacks</c> was not called.</exception>
    /// <seealso href="https://developers.esms.vn/en/esms-api/callback-url"/>
    public static IEndpointConventionBuilder MapEsmsDeliveryCallback(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        Func<DeliveryCallback, IServiceProvider, CancellationToken, Task> handler
    ) => Map(endpoints, pattern, CallbackKinds.Delivery, WithoutReply(handler));

    /// <summary>Receives callbacks of voice calls, at the address that those give as <c>CallbackUrl</c>.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The address, such as <c>/esms/{token}/voice</c>.</param>
    /// <param name="handler">Handles a callback. Its token is cancelled when there is no more time.</param>
    /// <returns>The endpoint.</returns>
    /// <exception cref="ArgumentException">The pattern has no <c>{token}</c>, or a constraint on it.</exception>
    /// <exception cref="InvalidOperationException"><c>AddEsmsCallbacks</c> was not called.</exception>
    /// <seealso href="https://developers.esms.vn/en/esms-api/voice/create-voice-otp-call"/>
    public static IEndpointConventionBuilder MapEsmsVoiceCallback(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        Func<VoiceCallback, CancellationToken, Task> handler
    ) => endpoints.MapEsmsVoiceCallback(pattern, WithoutServices(handler));

    /// <summary>Receives callbacks of voice calls, with the services of a scope.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The address, such as <c>/esms/{token}/voice</c>.</param>
    /// <param name="handler">Handles a callback with the services of its scope. Its token is cancelled when there is no more time.</param>
    /// <returns>The endpoint.</returns>
    /// <exception cref="ArgumentException">The pattern has no <c>{token}</c>, or a constraint on it.</exception>
    /// <exception cref="InvalidOperationException"><c>AddEsmsCallbacks</c> was not called.</exception>
    /// <seealso href="https://developers.esms.vn/en/esms-api/voice/create-voice-otp-call"/>
    public static IEndpointConventionBuilder MapEsmsVoiceCallback(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        Func<VoiceCallback, IServiceProvider, CancellationToken, Task> handler
    ) => Map(endpoints, pattern, CallbackKinds.Voice, WithoutReply(handler));

    /// <summary>
    /// Receives messages to a short number; <see cref="EsmsCallbackOptions.ShortNumberPrivateKey"/> tells whether they are genuine.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The address that was agreed with eSMS, such as <c>/esms/{token}/messages</c>.</param>
    /// <param name="handler">
    /// Handles a message; what it returns is sent back to the user, and null is no reply. Its token is cancelled when there is no more time.
    /// </param>
    /// <returns>The endpoint.</returns>
    /// <exception cref="ArgumentException">The pattern has no <c>{token}</c>, or a constraint on it.</exception>
    /// <exception cref="InvalidOperationException"><c>AddEsmsCallbacks</c> was not called, or there is no private key.</exception>
    /// <seealso href="https://developers.esms.vn/en/esms-api/svoucher-connect/connect-to-shortcode-service"/>
    public static IEndpointConventionBuilder MapEsmsShortNumberMessage(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        Func<ShortNumberMessage, CancellationToken, Task<ShortNumberMessageReply?>> handler
    )
    {
        ArgumentNullException.ThrowIfNull(handler);
        return endpoints.MapEsmsShortNumberMessage(pattern, (message, _, cancellationToken) => handler(message, cancellationToken));
    }

    /// <summary>Receives messages to a short number, with the services of a scope.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The address that was agreed with eSMS, such as <c>/esms/{token}/messages</c>.</param>
    /// <param name="handler">
    /// Handles a message with the services of its scope; what it returns is sent back to the user, and null is no reply. Its token is cancelled
    /// when there is no more time.
    /// </param>
    /// <returns>The endpoint.</returns>
    /// <exception cref="ArgumentException">The pattern has no <c>{token}</c>, or a constraint on it.</exception>
    /// <exception cref="InvalidOperationException"><c>AddEsmsCallbacks</c> was not called, or there is no private key.</exception>
    /// <seealso href="https://developers.esms.vn/en/esms-api/svoucher-connect/connect-to-shortcode-service"/>
    public static IEndpointConventionBuilder MapEsmsShortNumberMessage(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        Func<ShortNumberMessage, IServiceProvider, CancellationToken, Task<ShortNumberMessageReply?>> handler
    )
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Map(
            endpoints,
            pattern,
            CallbackKinds.ShortNumber,
            async (message, services, cancellationToken) => (await handler(message, services, cancellationToken).ConfigureAwait(false))?.ToXml()
        );
    }

    private static IEndpointConventionBuilder Map<TCall>(
        IEndpointRouteBuilder endpoints,
        string pattern,
        Func<EsmsCallbackOptions, CallbackKind<TCall>> kindOf,
        Func<TCall, IServiceProvider, CancellationToken, Task<string?>> handler
    )
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var route = RoutePatternFactory.Parse(pattern);
        // The token may be in the prefix of a group, which is not known before the application starts.
        if (endpoints is not RouteGroupBuilder)
            CallbackPattern.Check(route);
        var services = endpoints.ServiceProvider;
        if (services.GetService<CallbackInbox>() is null)
            throw new InvalidOperationException($"Call services.{nameof(EsmsCallbackServiceCollectionExtensions.AddEsmsCallbacks)}(…) first.");
        var kind = kindOf(services.GetRequiredService<IOptions<EsmsCallbackOptions>>().Value);
        var endpoint = new CallbackEndpoint<TCall>(services, kind, handler);
        return endpoints.MapMethods(pattern, Methods, endpoint.InvokeAsync).WithDisplayName($"{kind.Name} of eSMS at {pattern}").AsCallback();
    }

    private static Func<TCall, IServiceProvider, CancellationToken, Task> WithoutServices<TCall>(Func<TCall, CancellationToken, Task> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return (call, _, cancellationToken) => handler(call, cancellationToken);
    }

    private static Func<TCall, IServiceProvider, CancellationToken, Task<string?>> WithoutReply<TCall>(
        Func<TCall, IServiceProvider, CancellationToken, Task> handler
    )
    {
        ArgumentNullException.ThrowIfNull(handler);
        return async (call, services, cancellationToken) =>
        {
            await handler(call, services, cancellationToken).ConfigureAwait(false);
            return null;
        };
    }
}
