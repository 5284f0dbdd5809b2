using System.CommandLine;

namespace Esms.Cli;

/// <summary>The options of every command that calls eSMS.</summary>
internal sealed class ServiceOptions
{
    public Option<string> OptionsFile { get; } =
        new("--options-file")
        {
            HelpName = "file",
            Description =
                "A JSON file with ApiKey and SecretKey, and BaseAddress, Timeout, TryTimeout, MaxTries if they differ. Else ESMS_API_KEY and "
                + "ESMS_SECRET_KEY are taken, then the file named by ESMS_OPTIONS_FILE.",
        };

    public Option<string> BaseAddress { get; } =
        new("--base-address")
        {
            HelpName = "url",
            Description = "Another server in the place of eSMS, such as the emulator. It must use https, unless it is on this machine.",
        };

    public Option<double?> Timeout { get; } =
        new("--timeout") { HelpName = "seconds", Description = "How long the call may take in all. 60 when it is not given." };

    public Option<int?> MaxTries { get; } =
        new("--max-tries")
        {
            HelpName = "number",
            Description = "How often a call is tried at most, where a repeat does no harm. 4 when it is not given.",
        };

    public Option<bool> Json { get; } = new("--json") { Description = "Prints JSON in the place of a table." };

    public Option<string> Language { get; } = Languages.CreateOption();

    public Option<bool> DryRun { get; } = new("--dry-run") { Description = "Shows the request without the keys, and sends nothing." };

    public void AddTo(Command command, bool withDryRun = true)
    {
        foreach (var option in (Option[])[Json, Language, BaseAddress, OptionsFile, Timeout, MaxTries])
            command.Add(option);
        if (withDryRun)
            command.Add(DryRun);
    }
}
