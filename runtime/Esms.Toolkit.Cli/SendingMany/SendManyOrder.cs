using Esms.Toolkit.Reader.Model;

namespace Esms.Cli;

/// <summary>What is to be sent, and how far it may go.</summary>
internal sealed class SendManyOrder
{
    /// <summary>The file.</summary>
    public required SourceCopy Source { get; init; }

    public string FileName => Source.Name;

    public required Operation Operation { get; init; }

    public required int MessageType { get; init; }

    /// <summary>Values that every row has, unless a column has its own.</summary>
    public required IReadOnlyDictionary<Field, Given> Always { get; init; }

    /// <summary>Columns that are no fields.</summary>
    public required IReadOnlyCollection<string> Ignored { get; init; }

    public required bool Folds { get; init; }

    public required bool IsTrial { get; init; }

    public required RepeatChoice Repeats { get; init; }

    public required EsmsPriceTable Prices { get; init; }

    /// <summary>The broker from which workers send it; null when this process sends it from a file.</summary>
    public BrokerOutbox? Via { get; init; }

    public long? MaxMessages { get; init; }

    public decimal? MaxCost { get; init; }

    /// <summary>How many SMS one message may take. A text that takes more has more in it than its writer knows.</summary>
    public required int MaxSegments { get; init; }

    /// <summary>The rows, one after the other.</summary>
    /// <param name="stream">The file, open.</param>
    /// <exception cref="InvalidDataException">It cannot be read.</exception>
    /// <exception cref="UsageException">A column is wrong.</exception>
    public (RowReader Reader, IEnumerable<CsvRow> Rows) Open(Stream stream)
    {
        var rows = CsvReader.Read(stream, FileName).GetEnumerator();
        return rows.MoveNext()
            ? (new RowReader(this, rows.Current), Rest(rows))
            : throw new UsageException($"{FileName} is empty.", "The first line has the names of the columns: phone, content.");
    }

    private static IEnumerable<CsvRow> Rest(IEnumerator<CsvRow> rows)
    {
        using (rows)
        {
            while (rows.MoveNext())
                yield return rows.Current;
        }
    }
}
