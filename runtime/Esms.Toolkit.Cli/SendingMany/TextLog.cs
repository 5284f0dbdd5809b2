using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Esms.Cli;

/// <summary>
/// What a worker tells of itself, in lines with the time. The console logger of .NET is a package of its own, for colours and formats that nobody
/// needs here.
/// </summary>
/// <param name="output">Where the lines go; it is not disposed of.</param>
internal sealed class TextLog(TextWriter output) : ILoggerProvider, ILogger
{
    private readonly object _turn = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    /// <summary>Without the exception: its text may tell what a message must not, such as the address of the broker with its password.</summary>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;
        var time = DateTime.Now.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        var cause = exception is null ? string.Empty : $" ({exception.GetType().Name})";
        lock (_turn)
            output.WriteLine($"{time} {formatter(state, exception)}{cause}");
    }

    public void Dispose() { }
}
