namespace Esms;

/// <summary>How the messages of an outbox are sent.</summary>
public sealed class EsmsDispatchOptions
{
    /// <summary>The name of the account that sends, as it was given to <c>AddEsms</c>. Null, the default, is the account without a name.</summary>
    public string? Account { get; set; }

    /// <summary>How many messages are under way at once, at most. The default is 16. It falls when eSMS asks to slow down, and rises again.</summary>
    public int MaxInFlight { get; set; } = 16;

    /// <summary>How many messages go out in any hour, at most; null, the default, sets no limit. A loop that runs away stops there.</summary>
    public int? MaxMessagesPerHour { get; set; }

    /// <summary>What the messages of any hour may cost, in đồng, by <see cref="EsmsBatchRow.Cost"/>; null, the default, sets no limit.</summary>
    public decimal? MaxCostPerHour { get; set; }

    /// <summary>Why a message may never go out under the limit; null when it may.</summary>
    /// <param name="cost">What it is expected to cost, in đồng; null when nobody said.</param>
    internal string? FindCostProblem(decimal? cost)
    {
        if (MaxCostPerHour is not { } limit)
            return null;
        if (cost is null)
            return $"It has no cost, and {nameof(MaxCostPerHour)} can only limit what has one: set {nameof(EsmsBatchRow)}.{nameof(EsmsBatchRow.Cost)}.";
        return cost > limit ? $"It costs more than all messages of an hour may ({nameof(MaxCostPerHour)})." : null;
    }

    /// <summary>What is wrong with the options.</summary>
    internal IReadOnlyList<string> FindProblems()
    {
        var problems = new List<string>();
        if (Account is { Length: 0 })
            problems.Add($"{nameof(Account)} is empty; leave it out for the account without a name.");
        if (MaxInFlight is < 1 or > 1000)
            problems.Add($"{nameof(MaxInFlight)} must be 1 to 1000.");
        if (MaxMessagesPerHour < 1)
            problems.Add($"{nameof(MaxMessagesPerHour)} must be at least 1.");
        if (MaxCostPerHour <= 0)
            problems.Add($"{nameof(MaxCostPerHour)} must be more than 0.");
        return problems;
    }
}
