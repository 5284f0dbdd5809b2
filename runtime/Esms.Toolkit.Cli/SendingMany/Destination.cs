using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Esms.Dispatching.Sqlite;

namespace Esms.Cli;

/// <summary>The service and the account that a campaign goes to. What one of them accepted, another knows nothing of.</summary>
/// <param name="Service">The service, for people.</param>
/// <param name="Account">What the account is known by; null when its key is not known yet.</param>
internal sealed record Destination(string Service, string? Account)
{
    /// <summary>The service itself, by whichever of its addresses.</summary>
    public const string Esms = "eSMS";

    /// <summary>So many bytes tell accounts from each other, and say nothing of the key.</summary>
    private const int AccountBytes = 6;

    /// <summary>Whether the server is on this machine, such as the emulator, so that no message reaches a person.</summary>
    public bool IsRehearsal => IsOnThisMachine(Service);

    /// <summary>What the name of a campaign ends with, so that a rehearsal is another campaign than the real one; empty for that.</summary>
    public string Suffix => IsRehearsal ? SuffixOf(Service) : string.Empty;

    public static Destination Of(EsmsOptions options)
    {
        var service = options.BaseAddress is { } address && !IsOfEsms(address.Host) ? address.AbsoluteUri : Esms;
        return new Destination(service, options.ApiKey.Length == 0 ? null : Fingerprint(service, options.ApiKey));
    }

    /// <summary>The name of a campaign as the user knows it.</summary>
    public static string TitleOf(CampaignRecord campaign) =>
        campaign.Service is { } service && IsOnThisMachine(service) && campaign.Name.EndsWith(SuffixOf(service), StringComparison.Ordinal)
            ? campaign.Name[..^SuffixOf(service).Length]
            : campaign.Name;

    /// <summary>Whether messages of another campaign have reached the people that this one reaches.</summary>
    public bool Shares(CampaignRecord other) => other.Service is null || other.Service == Service || !(IsRehearsal || IsOnThisMachine(other.Service));

    /// <exception cref="UsageException">The campaign was begun with another service or account.</exception>
    public void Check(CampaignRecord own)
    {
        string? problem = null;
        if (own.Service is { } service && service != Service)
            problem = $"went to {Plain.Text(service)}, and this command sends to {Plain.Text(Service)}";
        else if (own.Account is { } account && Account is not null && account != Account)
            problem = $"was begun with another account of {Plain.Text(Service)}";
        if (problem is not null)
            throw new UsageException(
                $"{KnownReport.NameOf(own)} {problem}. Nothing was sent.",
                $"Use the same service and account to go on. {SendManyOptions.Campaign} with a new name sends the file as another campaign, also to numbers "
                    + "that have a message already."
            );
    }

    private static bool IsOfEsms(string host) =>
        host.Equals("esms.vn", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".esms.vn", StringComparison.OrdinalIgnoreCase);

    private static bool IsOnThisMachine(string service) => Uri.TryCreate(service, UriKind.Absolute, out var address) && address.IsLoopback;

    private static string SuffixOf(string service) => string.Create(CultureInfo.InvariantCulture, $" @ {service}");

    private static string Fingerprint(string service, string key) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"esms-toolkit account\n{service}\n{key}")).AsSpan(0, AccountBytes));
}
