namespace Esms.Dispatching.Tests.Kill;

/// <summary>A list of any length goes through memory row by row.</summary>
[FullRun("weighs processes with a million messages")]
public sealed class EnqueueingTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_million_rows_take_no_more_memory_than_a_tenth_of_them()
    {
        var folder = Directory.CreateTempSubdirectory("esms-dispatch-");
        try
        {
            var tenth = await WorkerProcess.EnqueueAsync("sqlite", Path.Combine(folder.FullName, "tenth.db"), 100_000);
            var whole = await WorkerProcess.EnqueueAsync("sqlite", Path.Combine(folder.FullName, "whole.db"), 1_000_000);

            output.WriteLine($"{tenth} bytes for 100,000 rows, {whole} for 1,000,000");
            Assert.InRange(whole, 1, tenth * 1.5);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
