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
        File.Create(path).Dispose();
        File.Delete(path);
    }

    public static async Task WriteAsync(string path, IAsyncEnumerable<EsmsDispatchResult> results)
    {
        Check(path);
        using var writer = Sep.New(',').Writer(static options => options with { Escape = true }).ToFile(path);
        await foreach (var result in results.ConfigureAwait(false))
            Write(writer, result);
    }

    private static void Write(SepWriter writer, EsmsDispatchResult result)
    {
        using var row = writer.NewRow();
        row["line"].Set(result.Row);
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
