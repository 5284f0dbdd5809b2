using System.Text.Json;
using Esms.Dispatching.Sqlite;

namespace Esms.Cli;

/// <summary>What an outbox has had: the rows of the campaign, and the numbers that others have reached.</summary>
internal sealed class KnownRows
{
    private readonly Dictionary<RowKey, OwnRow> _own = [];
    private readonly Dictionary<EsmsPhoneNumber, RowKey?> _sent = [];
    private readonly Dictionary<EsmsPhoneNumber, CampaignRecord> _reached = [];
    private readonly HashSet<EsmsPhoneNumber> _accepted = [];

    private KnownRows() { }

    /// <summary>What is known where there is no outbox.</summary>
    public static KnownRows None { get; } = new();

    /// <summary>The campaign, when the outbox has it already.</summary>
    public CampaignRecord? Own { get; private init; }

    /// <summary>The other campaigns.</summary>
    public IReadOnlyList<CampaignRecord> Others { get; private init; } = [];

    /// <summary>Where the campaign goes; null when that is not known.</summary>
    public Destination? Destination { get; private init; }

    /// <summary>Whether the outbox has the row.</summary>
    public bool Has(RowKey row) => _own.ContainsKey(row);

    /// <summary>Whether the row has its outcome.</summary>
    public bool IsFinished(RowKey row) => _own.GetValueOrDefault(row).IsFinished;

    /// <summary>Whether the row may have been sent, and has no outcome yet: its next attempt settles it.</summary>
    public bool IsUnsettled(RowKey row) => _own.GetValueOrDefault(row) is { IsFinished: false, MayBeSent: true };

    /// <summary>Whether another row of the campaign has sent a message to the number, or may have.</summary>
    public bool IsSentByAnother(RowKey row, EsmsPhoneNumber phone) => _sent.TryGetValue(phone, out var sender) && sender != row;

    /// <summary>The campaign that has sent a message to a number; null when none has.</summary>
    public CampaignRecord? ReachedBy(EsmsPhoneNumber phone) => _reached.GetValueOrDefault(phone);

    /// <summary>Whether a message of another campaign was accepted for a number, and not only perhaps.</summary>
    public bool IsReachedForCertain(EsmsPhoneNumber phone) => _accepted.Contains(phone);

    /// <summary>Reads an outbox.</summary>
    /// <param name="book">Its campaigns.</param>
    /// <param name="name">The name of the campaign.</param>
    /// <param name="isNamed">
    /// Whether the user gave the name. Such a campaign is another one on purpose, so messages that went out before it began do not count.
    /// </param>
    /// <param name="destination">Where the campaign goes.</param>
    public static KnownRows Read(CampaignBook book, string name, bool isNamed, Destination destination)
    {
        var campaigns = book.List();
        var own = campaigns.Find(campaign => campaign.Name == name);
        var known = new KnownRows
        {
            Own = own,
            Others = [.. campaigns.Where(campaign => campaign != own)],
            Destination = destination,
        };
        var since = isNamed ? own?.BegunAt ?? DateTimeOffset.MaxValue : DateTimeOffset.MinValue;
        var others = known.Others.Where(campaign => !campaign.IsTrial && destination.Shares(campaign)).ToDictionary(static campaign => campaign.Id);
        foreach (var message in book.Messages())
        {
            if (message.CampaignId == own?.Id)
                known.AddOwn(message);
            else if (others.TryGetValue(message.CampaignId, out var other) && message.SentAt >= since && PhoneOf(message) is { } phone)
                known.AddReached(phone, other, message.IsAccepted);
        }
        return known;
    }

    private void AddReached(EsmsPhoneNumber phone, CampaignRecord campaign, bool isAccepted)
    {
        _reached[phone] = campaign;
        if (isAccepted)
            _accepted.Add(phone);
    }

    private void AddOwn(KnownMessage message)
    {
        RowKey? row = RowKey.TryParse(message.Row, out var key) ? key : null;
        if (row is not null)
            _own[key] = new OwnRow(message.IsFinished, message.SentAt is not null);
        if (message.SentAt is null || PhoneOf(message) is not { } phone)
            return;
        // Of several rows to one number, the one that has its outcome was first.
        if (message.IsFinished)
            _sent[phone] = row;
        else
            _sent.TryAdd(phone, row);
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

    private readonly record struct OwnRow(bool IsFinished, bool MayBeSent);
}
