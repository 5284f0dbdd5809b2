using System.Runtime.InteropServices;

namespace Esms.Emulator.Tool;

/// <summary>Takes the signals that end a program, from before it says that it runs. The library leaves them to the program that it is in.</summary>
internal sealed class StopSignal : IDisposable
{
    private readonly TaskCompletionSource _received = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _quit;
    private readonly PosixSignalRegistration _terminate;

    public StopSignal()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Receive);
        _quit = PosixSignalRegistration.Create(PosixSignal.SIGQUIT, Receive);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Receive);
    }

    public Task WaitAsync() => _received.Task;

    public void Dispose()
    {
        _interrupt.Dispose();
        _quit.Dispose();
        _terminate.Dispose();
    }

    private void Receive(PosixSignalContext signal)
    {
        signal.Cancel = true;
        _received.TrySetResult();
    }
}
