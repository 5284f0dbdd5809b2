using System.Security.Cryptography;
using System.Text;
using RabbitMQ.Client;

namespace Esms.Dispatching.RabbitMq;

/// <summary>The kinds of records on the results exchange. Routing keys begin with them.</summary>
internal static class RecordKind
{
    /// <summary><c>result.accepted.⟨hash⟩</c>, and so on for the other outcomes.</summary>
    public const string Result = "result";

    /// <summary><c>campaign.⟨hash⟩</c></summary>
    public const string Campaign = "campaign";

    /// <summary>A pause, which applies to all campaigns.</summary>
    public const string Pause = "pause";

    /// <summary>A worker has found that a queue was deleted.</summary>
    public const string Lost = "lost";

    /// <summary>A record without content, which ensures that the results stream has a record.</summary>
    public const string Mark = "mark";

    private const int HashBytes = 8;

    /// <summary>
    /// The hash replaces the name in routing keys, because a name may be longer than a routing key and may contain its special characters.
    /// </summary>
    public static string HashOf(string campaign) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(campaign)).AsSpan(0, HashBytes));

#pragma warning disable CA1308 // Nothing is compared; the words of a routing key are in lower case by convention.
    public static string KeyOf(ResultRecord result) => $"{Result}.{result.Outcome.ToString().ToLowerInvariant()}.{HashOf(result.Campaign)}";
#pragma warning restore CA1308

    public static string KeyOfCampaign(string campaign) => $"{Campaign}.{HashOf(campaign)}";

    public static BasicProperties Properties(string kind) =>
        new()
        {
            DeliveryMode = DeliveryModes.Persistent,
            ContentType = "application/json",
            Type = kind,
        };
}
