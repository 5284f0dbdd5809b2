using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;

namespace Esms;

/// <summary>
/// Reads the options of an account from a section. A value that cannot be read becomes a problem that names the setting: the binder of .NET would put the value into
/// an exception, and an address of a proxy can have a password.
/// </summary>
internal static class EsmsOptionsReader
{
    public static void Read(IConfiguration section, EsmsOptions options)
    {
        options.ApiKey = section[nameof(options.ApiKey)] ?? options.ApiKey;
        options.SecretKey = section[nameof(options.SecretKey)] ?? options.SecretKey;
        if (section[nameof(options.BaseAddress)] is { Length: > 0 } baseAddress)
            options.BaseAddress = Uri.TryCreate(baseAddress, UriKind.Absolute, out var address)
                ? address
                : Unread(options, options.BaseAddress, EsmsOptions.BaseAddressProblem);
        options.Timeout = ReadDuration(section, nameof(options.Timeout), options, options.Timeout);
        options.TryTimeout = ReadDuration(section, nameof(options.TryTimeout), options, options.TryTimeout);
        options.RetryDelay = ReadDuration(section, nameof(options.RetryDelay), options, options.RetryDelay);
        options.ConnectTimeout = ReadDuration(section, nameof(options.ConnectTimeout), options, options.ConnectTimeout);
        options.MaxTries = ReadNumber(section, nameof(options.MaxTries), options, options.MaxTries);
        options.MaxResponseBytes = ReadNumber(section, nameof(options.MaxResponseBytes), options, options.MaxResponseBytes);
        ReadProxy(section.GetSection(nameof(options.Proxy)), options);
    }

    private static TimeSpan ReadDuration(IConfiguration section, string name, EsmsOptions options, TimeSpan otherwise) =>
        section[name] is not { Length: > 0 } text ? otherwise
        : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var duration) ? duration
        : Unread(options, otherwise, $"{name} must be a duration such as 00:00:30.");

    private static int ReadNumber(IConfiguration section, string name, EsmsOptions options, int otherwise) =>
        section[name] is not { Length: > 0 } text ? otherwise
        : int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number
        : Unread(options, otherwise, $"{name} must be a whole number.");

    private static void ReadProxy(IConfigurationSection section, EsmsOptions options)
    {
        var userName = section["UserName"];
        if ((section.Value ?? section["Address"]) is not { Length: > 0 } text)
        {
            if (!string.IsNullOrEmpty(userName))
                Unread(options, 0, $"{nameof(options.Proxy)}:Address is not set, but {nameof(options.Proxy)}:UserName is.");
            return;
        }
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || !EsmsOptions.IsProxyAddress(address))
        {
            Unread(options, 0, EsmsOptions.ProxyProblem);
            return;
        }
        var proxy = new WebProxy(address);
        if (!string.IsNullOrEmpty(userName))
            proxy.Credentials = new NetworkCredential(userName, section["Password"]);
        options.Proxy = proxy;
    }

    private static T Unread<T>(EsmsOptions options, T otherwise, string problem)
    {
        options.UnreadSettings = options.UnreadSettings is null ? problem : $"{options.UnreadSettings} {problem}";
        return otherwise;
    }
}
