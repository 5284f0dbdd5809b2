namespace Esms.Emulator.Around;

/// <summary>Prints the address of its emulator, and waits for ever, as a program does that has forgotten to take signals.</summary>
public static class BystanderProgram
{
    public static async Task Main()
    {
        await using var emulator = await EsmsEmulator.StartAsync();
        Console.WriteLine(emulator.BaseAddress);
        await Task.Delay(Timeout.InfiniteTimeSpan);
    }
}
