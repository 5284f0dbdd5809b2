namespace Esms.Dispatching.Sqlite;

/// <summary>What the outbox knows of a campaign.</summary>
internal sealed record CampaignRecord(string Name)
{
    /// <summary>The place of the campaign in the outbox; 0 before it is there.</summary>
    public long Id { get; init; }

    /// <summary>The file that its rows came from; null when nobody said.</summary>
    public string? Source { get; init; }

    /// <summary>What its rows are known by; null when nobody said.</summary>
    public string? Content { get; init; }

    /// <summary>When it was begun; null when nobody said.</summary>
    public DateTimeOffset? BegunAt { get; init; }

    /// <summary>Whether its messages reach nobody.</summary>
    public bool IsTrial { get; init; }

    /// <summary>How far it has come.</summary>
    public EsmsCampaignProgress Progress { get; init; } = new(0, 0, 0, 0, 0, null);
}
