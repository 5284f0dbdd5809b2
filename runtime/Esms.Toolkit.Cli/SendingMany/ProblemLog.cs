using Esms.Dispatching;
using Microsoft.Extensions.Logging;

namespace Esms.Cli;

/// <summary>Shows the warnings and errors of a worker to the person who watches the campaign.</summary>
/// <param name="view">Where they are shown.</param>
internal sealed class ProblemLog(CampaignView view) : ILoggerProvider, ILogger
{
    private readonly HashSet<int> _shown = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        // The progress has the pauses.
        if (!IsEnabled(logLevel) || eventId.Name == nameof(DispatchLog.Pauses))
            return;
        var text = formatter(state, exception);
        if (eventId.Name == nameof(DispatchLog.CannotUse))
            view.Stall(text);
        else if (IsFirst(eventId.Id))
            view.Note(text);
    }

    public void Dispose() { }

    /// <summary>What happens to single messages may happen to thousands of them. The end of the campaign counts those.</summary>
    private bool IsFirst(int kind)
    {
        lock (_shown)
            return _shown.Add(kind);
    }
}
