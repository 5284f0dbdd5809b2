using System.Text.RegularExpressions;
using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Problems;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Reader.Check;

/// <summary>The addresses that a contract may name. The schema has the same rules, so each is a rule about characters that a pattern can say.</summary>
internal static class Address
{
    private const string Scheme = "https://";

    private static readonly char[] Unsafe = ['"', '<', '>', '[', ']', '\\', '^', '`', '{', '|', '}'];

    private static readonly Regex OtherScheme = new(@"\A[A-Za-z][A-Za-z0-9+.-]*://", RegexOptions.CultureInvariant);
    private static readonly Regex Host = new(@"\A(?:[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.?|\[[0-9A-Fa-f:.]+\])\z", RegexOptions.CultureInvariant);
    private static readonly Regex Port = new(@"\A[0-9]{1,5}\z", RegexOptions.CultureInvariant);
    private static readonly Regex Field = new(@"\A\{[^{}/?#]+\}\z", RegexOptions.CultureInvariant);

    /// <summary>The address of a page.</summary>
    public static void CheckPage(JsonText text, ProblemList problems) =>
        Report(text, OriginReason(text.Value, "pages are read over https") ?? PageReason(text.Value) ?? UriReason(text.Value), problems);

    /// <summary>The address of a call, cut behind the host. The path keeps the contract's own spelling, which <see cref="Uri"/> might tidy.</summary>
    public static (string Origin, EquatableArray<RoutePart> Parts) ReadEndpoint(JsonText text, ProblemList problems)
    {
        var reason = OriginReason(text.Value, "keys are sent with every call");
        var end = reason is null ? OriginEnd(text.Value) : 0;
        var (origin, path) = (text.Value.Substring(0, end), text.Value.Substring(end));
        reason ??= PathReason(path) ?? UriReason(origin);
        Report(text, reason, problems);
        return reason is null
            ? (new Uri(origin, UriKind.Absolute).GetLeftPart(UriPartial.Authority), new(SplitPath(path.Length == 0 ? "/" : path)))
            : (string.Empty, EquatableArray<RoutePart>.Empty);
    }

    private static IEnumerable<RoutePart> SplitPath(string path)
    {
        var start = 0;
        while (path.IndexOf('{', start) is var open and >= 0)
        {
            if (open > start)
                yield return new RoutePart(path.Substring(start, open - start), IsField: false);
            var close = path.IndexOf('}', open);
            yield return new RoutePart(path.Substring(open + 1, close - open - 1), IsField: true);
            start = close + 1;
        }
        if (start < path.Length)
            yield return new RoutePart(path.Substring(start), IsField: false);
    }

    private static void Report(JsonText text, string? reason, ProblemList problems)
    {
        if (reason is not null)
            problems.Report(ProblemKinds.InvalidAddress, text.Word, text.Value, reason);
    }

    /// <summary>Scheme, host and port.</summary>
    private static string? OriginReason(string address, string whyHttps)
    {
        if (!address.StartsWith(Scheme, StringComparison.Ordinal))
            return OtherScheme.IsMatch(address)
                ? $"it must begin with https://, because {whyHttps}"
                : "it must be a complete URL, such as https://rest.esms.vn/…";
        var authority = address.Substring(Scheme.Length, OriginEnd(address) - Scheme.Length);
        if (authority.IndexOfAny(['@']) >= 0)
            return "it must not have a user name or password in front of its host";
        var colon = authority.Length > 0 && authority[authority.Length - 1] == ']' ? -1 : authority.LastIndexOf(':');
        var port = colon < 0 ? null : authority.Substring(colon + 1);
        var host = colon < 0 ? authority : authority.Substring(0, colon);
        if (host.Length == 0)
            return "it has no host";
        if (!Host.IsMatch(host))
            return $"'{host}' is not a host; a host has letters, digits, '-' and '.'";
        return port is not null && !(Port.IsMatch(port) && Numbers.TryParseCode(port, out var number) && number <= ushort.MaxValue)
            ? $"'{port}' is not a port; a port is a number up to {ushort.MaxValue}"
            : null;
    }

    private static string? PathReason(string path)
    {
        if (path.IndexOfAny(['?', '#']) is var mark and >= 0)
            return path[mark] == '?' ? "put query parameters in \"request\"" : "it must not have a '#', which is never sent to a service";
        var parts = path.Split('/');
        for (var i = 1; i < parts.Length; i++)
        {
            if (parts[i].IndexOfAny(['{', '}']) < 0)
            {
                if (CharacterReason(parts[i]) is { } reason)
                    return reason;
                continue;
            }
            if (!Field.IsMatch(parts[i]))
                return $"'{parts[i]}' is not a valid segment: a field takes a whole segment, such as /{{Id}}/";
            if (i > 1 && parts[i - 1].Length == 0)
                return $"the segment before '{parts[i]}' is empty";
        }
        return null;
    }

    private static string? PageReason(string address)
    {
        var rest = address.Substring(OriginEnd(address));
        return rest.Split('#').Length > 2 ? "it has two '#'" : CharacterReason(rest);
    }

    /// <summary>What addresses are made of; other characters are percent-encoded.</summary>
    private static string? CharacterReason(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (
                text[i] == '%'
                    ? !(i + 2 < text.Length && IsHex(text[i + 1]) && IsHex(text[i + 2]))
                    : text[i] is <= ' ' or > '~' || Array.IndexOf(Unsafe, text[i]) >= 0
            )
                return text[i] == '%' ? "a '%' must be followed by two hexadecimal digits" : $"'{text[i]}' must be percent-encoded";
        }
        return null;
    }

    private static bool IsHex(char letter) => letter is (>= '0' and <= '9') or (>= 'A' and <= 'F') or (>= 'a' and <= 'f');

    /// <summary>What .NET itself makes of it: a host in brackets can be no address of the sixth version.</summary>
    private static string? UriReason(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? null : "its host is not valid";

    private static int OriginEnd(string address) => address.IndexOfAny(['/', '?', '#'], Scheme.Length) is var end and >= 0 ? end : address.Length;
}
