using Esms.Toolkit.Contract.Json;
using Esms.Toolkit.Contract.Problems;

namespace Esms.Toolkit.Contract.Check;

/// <summary>The addresses that a contract may name.</summary>
internal static class Address
{
    /// <summary>A whole https address.</summary>
    public static Uri? Read(JsonText text, ProblemList problems)
    {
        var reason = Reason(text.Value, out var uri);
        if (reason is null)
            return uri;
        problems.Report(ProblemKinds.InvalidAddress, text.Word, text.Value, reason);
        return null;
    }

    /// <summary>The address of a call, cut behind the host. The path keeps the contract's own spelling, which <see cref="Uri"/> might tidy.</summary>
    public static (string Origin, string Path) ReadEndpoint(JsonText text, ProblemList problems)
    {
        // Fields in braces are no part of an address yet; a brace that is left over is no field.
        var reason = Reason(TransportChecker.WithoutFields(text.Value), out var uri);
        if (reason is not null || uri is null)
        {
            problems.Report(ProblemKinds.InvalidAddress, text.Word, text.Value, reason ?? string.Empty);
            return (string.Empty, string.Empty);
        }
        if (text.Value.IndexOfAny(['?', '#']) >= 0)
            problems.Report(ProblemKinds.InvalidAddress, text.Word, text.Value, "parameters belong into \"request\"");
        var path = text.Value.IndexOf('/', "https://".Length);
        return (uri.GetLeftPart(UriPartial.Authority), path < 0 ? "/" : text.Value.Substring(path));
    }

    private static bool IsPrintableAscii(char character) => character is > ' ' and <= '~';

    private static string? Reason(string text, out Uri? uri)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out uri) || !Uri.IsWellFormedUriString(text, UriKind.Absolute) || !text.All(IsPrintableAscii))
            return "it must be a whole address, such as https://rest.esms.vn/…";
        if (!text.StartsWith("https://", StringComparison.Ordinal))
            return "it must begin with https://, for keys travel with every call";
        return uri.Host.Length == 0 || uri.UserInfo.Length > 0 || text.StartsWith("https://@", StringComparison.Ordinal)
            ? "it must name a host, and no user name or password"
            : null;
    }
}
