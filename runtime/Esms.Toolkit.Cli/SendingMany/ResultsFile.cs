using System.Globalization;
using nietras.SeparatedValues;

namespace Esms.Cli;

/// <summary>What became of each row, by its line: neither numbers nor texts are in it, which stand in the file that was sent.</summary>
internal static class ResultsFile
{
    /// <summary>Checks before anything is sent that the file can be written.</summary>
    /// <exception cref="IOException">It exists already, or it cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written.</exception>
    public static void Check(string path)
    {
        if (Path.Exists(path))
            throw new IOException($"{path} exists already, and was not touched. Give another name with --results, or move it away.");
        var beside = BesideOf(path);
        try
        {
            using var file = File.Create(beside);
            // An empty file fits on a full disk.
            file.Write(new byte[4096]);
            file.Flush(flushToDisk: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    public static async Task WriteAsync(string path, IAsyncEnumerable<EsmsDispatchResult> results, SendManyOrder order)
    {
        Check(path);
        var lines = FileContent.RowsOf(order).ToDictionary(static row => row.Key, static row => row.Message.Line);
        // All of it has the name, or nothing: a part would keep the next run from writing the whole.
        var beside = BesideOf(path);
        try
        {
            await WriteAsync(beside, results, lines).ConfigureAwait(false);
            File.Move(beside, path);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static string BesideOf(string path) => $"{path}.{Environment.ProcessId}.tmp";

    private static async Task WriteAsync(string path, IAsyncEnumerable<EsmsDispatchResult> results, Dictionary<RowKey, int> lines)
    {
        using var writer = Sep.New(',').Writer(static options => options with { Escape = true }).ToFile(path);
        await foreach (var result in results.ConfigureAwait(false))
            Write(writer, result, RowKey.TryParse(result.Row, out var key) && lines.TryGetValue(key, out var line) ? line : 0);
    }

    private static void Write(SepWriter writer, EsmsDispatchResult result, int line)
    {
        using var row = writer.NewRow();
        row["line"].Set(line.ToString(CultureInfo.InvariantCulture));
        row["outcome"].Set(result.Outcome.ToString());
        row["code"].Set(result.Code == EsmsResultCode.Unspecified ? string.Empty : ((int)result.Code).ToString(CultureInfo.InvariantCulture));
        row["code name"].Set(result.Code.ToName() ?? string.Empty);
        row["message id"].Set(result.MessageId ?? string.Empty);
        row["request id"].Set(result.RequestId);
        row["tries"].Set(result.Tries.ToString(CultureInfo.InvariantCulture));
        row["finished at"].Set(result.FinishedAt.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
        row["problem"].Set(result.Problem ?? string.Empty);
    }
}
