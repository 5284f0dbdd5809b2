using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Esms.Cli.Tests.SendingMany.Csv;

/// <summary>The reader of CSV files and that of Python, on random files: the same rows, or both refuse.</summary>
public sealed class OtherReaderTests
{
    private const int Count = 10_000;

    private const int Seed = 20261130;

    [Fact]
    [FullRun("needs python3")]
    public async Task It_reads_what_Python_reads()
    {
        var python = FindPython();
        if (python is null)
            Assert.Skip("There is no python3 on this machine.");
        var (read, refused, problems) = (0, 0, new List<string>());
        await foreach (var line in FilesAsync(python))
        {
            using var file = JsonDocument.Parse(line);
            var data = file.RootElement.GetProperty("data").GetBytesFromBase64();
            var (theirs, ours) = (Show(RowsOf(file.RootElement.GetProperty("rows"))), Show(Read(data)));
            (read, refused) = ours is null ? (read, refused + 1) : (read + 1, refused);
            if (theirs != ours)
                problems.Add($"{Escape(data)}\n  Python: {theirs ?? "refused"}\n  esms:   {ours ?? "refused"}");
        }

        Assert.True(problems.Count == 0, $"{problems.Count} files are read differently.\n{string.Join('\n', problems.Take(10))}");
        Assert.Equal(Count, read + refused);
        Assert.InRange(refused, Count / 20, Count / 2);
    }

    private static async IAsyncEnumerable<string> FilesAsync(string python)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "SendingMany", "Csv", "random_files.py");
        using var process = Process.Start(new ProcessStartInfo(python, [script, $"{Count}", $"{Seed}"]) { RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            yield return line;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }

    private static List<IReadOnlyList<string>>? RowsOf(JsonElement rows) =>
        rows.ValueKind == JsonValueKind.Null
            ? null
            :
            [
                .. rows.EnumerateArray()
                    .Select(static row => (IReadOnlyList<string>)[.. row.EnumerateArray().Select(static cell => cell.GetString()!)]),
            ];

    /// <returns>Null for a file that is refused.</returns>
    private static List<IReadOnlyList<string>>? Read(byte[] data)
    {
        try
        {
            using var stream = new MemoryStream(data);
            return [.. CsvReader.Read(stream, "random.csv").Select(static row => row.Cells)];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Rows of blank cells are passed over.</summary>
    private static string? Show(List<IReadOnlyList<string>>? rows) =>
        rows is null
            ? null
            : string.Join(
                " / ",
                rows.Where(static row => row.Any(static cell => !string.IsNullOrWhiteSpace(cell)))
                    .Select(static row => string.Join(" | ", row.Select(static cell => JsonSerializer.Serialize(cell))))
            );

    private static string Escape(byte[] data) => JsonSerializer.Serialize(Encoding.Latin1.GetString(data));

    private static string? FindPython() =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator)
            .Select(static folder => Path.Combine(folder, "python3"))
            .FirstOrDefault(File.Exists);
}
