using System.Runtime.InteropServices;

namespace Esms.Cli;

/// <summary>
/// Lets Ctrl-C end the program while it waits for a person to type. Elsewhere Ctrl-C waits for what is under way; here nothing is, and a read from a
/// terminal cannot be cancelled.
/// </summary>
internal sealed class PromptInterrupt : IDisposable
{
    private readonly PosixSignalRegistration _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
    private readonly PosixSignalRegistration _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
    }

    private static void End(PosixSignalContext context)
    {
        Console.Error.WriteLine();
        Console.Error.WriteLine("Cancelled. Nothing was sent.");
        Environment.Exit(ExitCodes.Canceled);
    }
}
