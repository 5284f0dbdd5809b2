namespace Esms.Tests.Json;

/// <summary>A type of a user's that has an answer of ours inside.</summary>
internal sealed class Report
{
    public string Title { get; set; } = string.Empty;

    public GetSendStatusResponse? Status { get; set; }

    public IReadOnlyList<GetSendStatusResponse>? History { get; set; }
}
