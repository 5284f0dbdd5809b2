using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Esms.Cli;

/// <summary>What a file has to send. It is the same for a file that was saved in another form, or sorted.</summary>
/// <param name="Hash">The hash of all that is to be sent.</param>
internal sealed record FileContent(string Hash)
{
    private const int MostProblems = 20;

    /// <summary>More would only make the name of a campaign longer.</summary>
    private const int HashBytes = 16;

    /// <summary>Reads a file to its end, and checks each row.</summary>
    /// <exception cref="UsageException">Rows are wrong; the first of them are named.</exception>
    public static FileContent Read(SendManyOrder order, CancellationToken cancellationToken)
    {
        var (problems, bad, count, sum) = (new List<string>(), 0L, 0L, UInt128.Zero);
        using var file = File.OpenRead(order.Source.Path);
        var (reader, rows) = order.Open(file);
        var keys = new RowKeys(order);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                // A sum, because the order of the rows does not matter.
                var key = keys.Next(reader.Read(row));
                (sum, count) = (unchecked(sum + key.Content), count + 1);
            }
            catch (UsageException exception)
            {
                bad++;
                problems.AddRange(exception.Problems.Take(MostProblems - problems.Count));
            }
        }
        return bad == 0
            ? new FileContent(HashOf(sum, count))
            : throw new UsageException([.. problems, $"{bad} {(bad == 1 ? "row is" : "rows are")} wrong. Nothing was sent."], advice: null);
    }

    /// <summary>The rows of a file that was read before, with their keys.</summary>
    public static IEnumerable<KeyedRow> RowsOf(SendManyOrder order)
    {
        using var file = File.OpenRead(order.Source.Path);
        var (reader, rows) = order.Open(file);
        var keys = new RowKeys(order);
        foreach (var row in rows)
        {
            var message = reader.Read(row);
            yield return new KeyedRow(keys.Next(message), message);
        }
    }

    private static string HashOf(UInt128 sum, long count) =>
        Convert.ToHexString(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{sum:X32}{count}"))).AsSpan(0, HashBytes)
        );
}
