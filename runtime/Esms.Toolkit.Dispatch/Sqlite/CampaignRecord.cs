namespace Esms.Dispatching.Sqlite;

/// <summary>A campaign in the outbox.</summary>
internal sealed record CampaignRecord(string Name)
{
    /// <summary>The id of the campaign in the outbox; 0 before it is there.</summary>
    public long Id { get; init; }

    /// <summary>The file that its rows come from; null when unknown.</summary>
    public string? Source { get; init; }

    /// <summary>A hash of what its rows send; null when unknown.</summary>
    public string? Content { get; init; }

    /// <summary>When it began; null when unknown.</summary>
    public DateTimeOffset? BegunAt { get; init; }

    /// <summary>Whether it is a trial, whose messages are not delivered.</summary>
    public bool IsTrial { get; init; }

    /// <summary>The service that it is sent to; null when unknown.</summary>
    public string? Service { get; init; }

    /// <summary>A fingerprint of the account, which is not its key; null when unknown.</summary>
    public string? Account { get; init; }

    /// <summary>Its progress.</summary>
    public EsmsCampaignProgress Progress { get; init; } = new(0, 0, 0, 0, 0, null);
}
