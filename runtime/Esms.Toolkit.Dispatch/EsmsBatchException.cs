namespace Esms;

/// <summary>A row of a batch cannot be enqueued. The exception names the row, and shows nothing of its content.</summary>
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

    /// <summary>Gets the name of the campaign.</summary>
    public string Campaign { get; }

    /// <summary>Gets the key of the row.</summary>
    public string Row { get; }

    /// <summary>Gets the problem, without the row.</summary>
    internal string Problem { get; }
}
