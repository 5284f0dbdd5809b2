namespace Esms;

/// <summary>A row of a batch cannot be enqueued. It names the row, and shows nothing of its content.</summary>
#pragma warning disable CA1032 // Always about a row.
public sealed class EsmsBatchException : Exception
#pragma warning restore CA1032
{
    internal EsmsBatchException(string campaign, string row, string problem, Exception? innerException = null)
        : base($"Row {row}: {problem}", innerException)
    {
        Campaign = campaign;
        Row = row;
        Problem = problem;
    }

    /// <summary>The campaign.</summary>
    public string Campaign { get; }

    /// <summary>The key of the row.</summary>
    public string Row { get; }

    /// <summary>What is wrong, without the row.</summary>
    internal string Problem { get; }
}
