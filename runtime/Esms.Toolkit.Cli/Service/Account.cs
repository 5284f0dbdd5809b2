using System.CommandLine;

namespace Esms.Cli;

/// <summary>
/// Where the keys come from, and how eSMS is reached: the file that the command names, else the environment, else the file that the environment
/// names, else whoever sits at the terminal. Keys are never arguments, for every user of the machine can list those.
/// </summary>
internal static class Account
{
    private const string ApiKey = "ESMS_API_KEY";
    private const string SecretKey = "ESMS_SECRET_KEY";
    private const string OptionsVariable = "ESMS_OPTIONS_FILE";

    /// <summary>What stands for a key where none is sent: it looks the same in an address, a form, JSON and XML.</summary>
    public const string Mask = "MASKED";

    /// <exception cref="UsageException">A key is missing, or an option is out of range.</exception>
    public static EsmsOptions Read(ParseResult command, ServiceOptions service) => Complete(Look(command, service));

    /// <summary>What is there without asking anybody: keys that are missing are empty.</summary>
    /// <exception cref="UsageException">An option is out of range.</exception>
    public static EsmsOptions Look(ParseResult command, ServiceOptions service) => Apply(Find(command, service), command, service);

    /// <summary>Asks for the keys that are missing.</summary>
    /// <exception cref="UsageException">A key is missing.</exception>
    public static EsmsOptions Complete(EsmsOptions options)
    {
        if (options.ApiKey.Length == 0)
            options.ApiKey = Ask("API key", ApiKey);
        if (options.SecretKey.Length == 0)
            options.SecretKey = Ask("Secret key", SecretKey);
        return options;
    }

    /// <summary>The same for a call that is only shown: no key is looked for.</summary>
    public static EsmsOptions ForDryRun(ParseResult command, ServiceOptions service) =>
        Apply(
            new EsmsOptions
            {
                ApiKey = Mask,
                SecretKey = Mask,
                MaxTries = 1,
            },
            command,
            service,
            isDryRun: true
        );

    private static EsmsOptions Find(ParseResult command, ServiceOptions service)
    {
        void Warn(string warning) => command.InvocationConfiguration.Error.WriteLine($"Warning: {warning}");
        if (command.GetValue(service.OptionsFile) is { } named)
            return OptionsFile.Read(named, Warn);
        var fromEnvironment = new EsmsOptions { ApiKey = Variable(ApiKey), SecretKey = Variable(SecretKey) };
        return fromEnvironment.ApiKey.Length == 0 && fromEnvironment.SecretKey.Length == 0 && Variable(OptionsVariable) is { Length: > 0 } path
            ? OptionsFile.Read(path, Warn)
            : fromEnvironment;
    }

    private static EsmsOptions Apply(EsmsOptions options, ParseResult command, ServiceOptions service, bool isDryRun = false)
    {
        if (command.GetValue(service.BaseAddress) is { } text)
            options.BaseAddress = AddressOf(text);
        if (command.GetValue(service.Timeout) is { } seconds)
        {
            options.Timeout = seconds is > 0 and <= 86_400
                ? TimeSpan.FromSeconds(seconds)
                : throw new UsageException($"--timeout: {seconds} is not a number of seconds above 0 and up to 86400.");
            options.TryTimeout = TimeSpan.FromTicks(Math.Min(options.TryTimeout.Ticks, options.Timeout.Ticks));
        }
        if (command.GetValue(service.MaxTries) is { } tries && !isDryRun)
            options.MaxTries = tries is >= 1 and <= 20 ? tries : throw new UsageException($"--max-tries: {tries} is not a number from 1 to 20.");
        return options;
    }

    private static Uri AddressOf(string text)
    {
        if (
            Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        )
        {
            return address;
        }
        throw new UsageException(
            $"--base-address: '{text}' is neither a whole https address nor an http address of this machine.",
            "The emulator prints its address when it starts, such as http://127.0.0.1:5050."
        );
    }

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name) ?? string.Empty;

    private static string Ask(string what, string variable)
    {
        if (Console.IsInputRedirected)
        {
            throw new UsageException(
                $"{variable} is not set.",
                $"Set {ApiKey} and {SecretKey}, or name a file that has them with --options-file or {OptionsVariable}. On a terminal you are asked for them."
            );
        }
        return HiddenPrompt.Ask(what) is { Length: > 0 } key ? key : throw new UsageException($"The {what} is empty.");
    }
}
