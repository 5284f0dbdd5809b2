using System.Text.Json;
using Esms.Dispatching.Sqlite;

namespace Esms.Cli;

/// <summary>What an outbox has had: the rows of the campaign, and the numbers that others have reached.</summary>
internal sealed class KnownRows
{
    private readonly Dictionary<RowKey, bool> _own = [];
    private readonly Dictionary<EsmsPhoneNumber, CampaignRecord> _reached = [];

    private KnownRows() { }

    /// <summary>What is known where there is no outbox.</summary>
    public static KnownRows None { get; } = new();

    /// <summary>The campaign, when the outbox has it already.</summary>
    public CampaignRecord? Own { get; private init; }

    /// <summary>The other campaigns.</summary>
    public IReadOnlyList<CampaignRecord> Others { get; private init; } = [];

    /// <summary>The numbers to which the campaign itself has sent.</summary>
    public HashSet<EsmsPhoneNumber> Sent { get; } = [];

    /// <summary>Whether the outbox has the row.</summary>
    public bool Has(RowKey row) => _own.ContainsKey(row);

    /// <summary>Whether the row has its outcome.</summary>
    public bool IsFinished(RowKey row) => _own.GetValueOrDefault(row);

    /// <summary>The campaign that has sent a message to a number; null when none has.</summary>
    public CampaignRecord? ReachedBy(EsmsPhoneNumber phone) => _reached.GetValueOrDefault(phone);

    /// <summary>Reads an outbox.</summary>
    /// <param name="book">Its campaigns.</param>
    /// <param name="name">The name of the campaign.</param>
    /// <param name="isNamed">
    /// Whether the user gave the name. Such a campaign is another one on purpose, so messages that went out before it began do not count.
    /// </param>
    public static KnownRows Read(CampaignBook book, string name, bool isNamed)
    {
        var campaigns = book.List();
        var own = campaigns.Find(campaign => campaign.Name == name);
        var known = new KnownRows { Own = own, Others = [.. campaigns.Where(campaign => campaign != own)] };
        var since = isNamed ? own?.BegunAt ?? DateTimeOffset.MaxValue : DateTimeOffset.MinValue;
        var others = known.Others.Where(static campaign => !campaign.IsTrial).ToDictionary(static campaign => campaign.Id);
        foreach (var message in book.Messages())
        {
            if (message.CampaignId == own?.Id)
                known.AddOwn(message);
            else if (others.TryGetValue(message.CampaignId, out var other) && message.SentAt >= since && PhoneOf(message) is { } phone)
                known._reached[phone] = other;
        }
        return known;
    }

    private void AddOwn(KnownMessage message)
    {
        if (RowKey.TryParse(message.Row, out var key))
            _own[key] = message.IsFinished;
        if (message.SentAt is not null && PhoneOf(message) is { } phone)
            Sent.Add(phone);
    }

    private static EsmsPhoneNumber? PhoneOf(KnownMessage message)
    {
        var reader = new Utf8JsonReader(message.Request);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
                continue;
            var isPhone = reader.ValueTextEquals(SendManyOperation.Phone);
            reader.Read();
            if (isPhone)
                return reader.TokenType == JsonTokenType.String && EsmsPhoneNumber.TryParse(reader.GetString(), out var phone) ? phone : null;
            reader.Skip();
        }
        return null;
    }
}
