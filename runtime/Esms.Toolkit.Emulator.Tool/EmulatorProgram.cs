using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Esms.Emulator.Tool;

/// <summary>The emulator as a program.</summary>
internal static class EmulatorProgram
{
    private const int UsageError = 2;

    private const string Help = """
        esms-emulator: eSMS.vn on this machine. It answers as the service does, and sends nothing.

          --port <number>      Where to listen on this machine (127.0.0.1). Without it, on a free port.
          --data <file>        Keep all messages in this file. Without it, they are gone when the emulator stops.
          --settings <file>    Read settings from this JSON file: accounts, brandnames, prices, pace, faults.
          --contracts <folder> Serve the contracts (*.esms.json) of this folder too.
          --help               Show this.

        Every setting can be given here too, such as --Pace:Report 00:00:10 or --Callbacks:AllowRemote true.
        """;

    private static readonly Dictionary<string, string> ShortNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["--data"] = nameof(EsmsEmulatorOptions.DataFile),
        ["--contracts"] = nameof(EsmsEmulatorOptions.ContractFolder),
    };

    public static async Task<int> Main(string[] arguments)
    {
        if (arguments.Contains("--help", StringComparer.Ordinal))
        {
            Console.WriteLine(Help);
            return 0;
        }
        try
        {
            var options = ReadOptions(arguments);
            using var stop = new StopSignal();
            var emulator = await EsmsEmulator.StartAsync(options).ConfigureAwait(false);
            await using var _ = emulator.ConfigureAwait(false);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"""
                    The eSMS emulator listens on {emulator.BaseAddress}
                      ApiKey    {options.ApiKey}
                      SecretKey {options.SecretKey}
                    Messages are kept in {options.DataFile ?? "memory"}. Nothing is sent anywhere. Ctrl-C stops it.
                    """
                )
            );
            await stop.WaitAsync().ConfigureAwait(false);
            return 0;
        }
        catch (Exception exception)
            when (exception
                    is InvalidDataException
                        or InvalidOperationException
                        or ArgumentException
                        or IOException
                        or UnauthorizedAccessException
                        or FormatException
                        or Microsoft.Data.Sqlite.SqliteException
            )
        {
            await Console.Error.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return UsageError;
        }
    }

    /// <exception cref="InvalidDataException">There is no such setting.</exception>
    internal static EsmsEmulatorOptions ReadOptions(string[] arguments)
    {
        var line = new ConfigurationBuilder().AddCommandLine(arguments, ShortNames).Build();
        var configuration = new ConfigurationBuilder();
        if (line["settings"] is { } file)
            configuration.AddJsonFile(Path.GetFullPath(file), optional: false);
        var all = configuration.AddCommandLine(arguments, ShortNames).Build();
        var options = new EsmsEmulatorOptions();
        if (all.GetChildren().FirstOrDefault(static section => !IsKnown(section.Key)) is { } unknown)
            throw new InvalidDataException($"There is no setting {unknown.Key}. --help lists those there are.");
        all.Bind(options, static binder => binder.ErrorOnUnknownConfiguration = false);
        return options;
    }

    private static bool IsKnown(string key) =>
        key.Equals("settings", StringComparison.OrdinalIgnoreCase)
        || typeof(EsmsEmulatorOptions).GetProperties().Any(property => property.Name.Equals(key, StringComparison.OrdinalIgnoreCase));
}
