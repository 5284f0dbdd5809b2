using System.Diagnostics;
using System.Globalization;

namespace Esms.Cli;

/// <summary>How far a campaign has come: one line that changes on a terminal, a line now and then elsewhere.</summary>
internal sealed class CampaignView
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);

    /// <summary>The rate is that of so long: what was done before, or long before, says nothing of when the rest will be.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromSeconds(30);

    private readonly TextWriter _error;
    private readonly bool _isTerminal;
    private readonly Queue<(long At, long Done)> _states = new();
    private readonly object _turn = new();
    private EsmsCampaignProgress? _last;
    private long _toldAt;
    private string? _reason;
    private string? _stall;

    /// <param name="error">Where it goes.</param>
    public CampaignView(TextWriter error)
    {
        _error = error;
        _isTerminal = ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;
    }

    /// <summary>Whether it was said why nothing moves, and nothing has moved since.</summary>
    public bool IsStalled
    {
        get
        {
            lock (_turn)
                return _stall is not null;
        }
    }

    public void Show(EsmsCampaignProgress progress)
    {
        lock (_turn)
        {
            if (_last?.Left != progress.Left)
                _stall = null;
            _last = progress;
            ShowLine(progress);
        }
    }

    /// <summary>Says once why nothing moves. The line of the progress has it until something does.</summary>
    public void Stall(string reason)
    {
        lock (_turn)
        {
            if (_stall == reason)
                return;
            _stall = reason;
            if (!_isTerminal || _last is null)
                NoteLine(_last is null ? reason : $"{Line(_last, _last.Total - _last.Left, rate: 0)}. {reason}");
            else
                ShowLine(_last);
        }
    }

    private void ShowLine(EsmsCampaignProgress progress)
    {
        var done = progress.Total - progress.Left;
        var line = Line(progress, done, RateAt(done));
        if (_isTerminal)
            ShowOnTerminal(progress, line);
        else if (_toldAt == 0 || Stopwatch.GetElapsedTime(_toldAt) >= BetweenLines || progress.Left == 0)
            Tell(line);
    }

    /// <summary>What does not fit into a line would scroll the terminal each time. A reason is never cut off: it gets lines of its own.</summary>
    /// <param name="text">The whole line.</param>
    /// <param name="bar">What is shown before it, where there is room.</param>
    /// <param name="columns">The width of the terminal.</param>
    public static string Fit(string text, string bar, int columns)
    {
        // The last column is left free, because some terminals go on to the next line when it is written.
        var room = Math.Max(columns - 1, 1);
        if (bar.Length + 1 + text.Length <= room)
            return $"{bar} {text}";
        return text.Length <= room ? text : text[..room];
    }

    private void ShowOnTerminal(EsmsCampaignProgress progress, string line)
    {
        var pause = progress.Pause is { } state ? Describe(state) : null;
        var reason = pause ?? _stall;
        if (reason is not null && reason != _reason)
            NoteLine(reason);
        _reason = reason;
        if (pause is not null)
            line = line.Replace(pause, "Paused", StringComparison.Ordinal);
        else if (reason is not null)
            line += ". Waiting";
        _error.Write($"\r{Fit(line, Bar(progress.Total - progress.Left, progress.Total), Columns)}\e[K");
    }

    /// <summary>A terminal that does not say how wide it is has 80 columns.</summary>
    private static int Columns
    {
        get
        {
            try
            {
                return Console.WindowWidth is > 0 and var columns ? columns : 80;
            }
            catch (IOException)
            {
                return 80;
            }
        }
    }

    /// <summary>A line of its own. The line that changes comes again behind it.</summary>
    public void Note(string text)
    {
        lock (_turn)
        {
            NoteLine(text);
            if (_isTerminal && _last is not null)
                ShowLine(_last);
        }
    }

    private void NoteLine(string text) => _error.WriteLine(_isTerminal ? $"\r{text}\e[K" : text);

    /// <summary>Leaves the line that changes.</summary>
    public void End()
    {
        if (_isTerminal)
            _error.WriteLine();
    }

    private void Tell(string line)
    {
        _toldAt = Stopwatch.GetTimestamp();
        _error.WriteLine(line);
    }

    /// <returns>How many are done in a second.</returns>
    private double RateAt(long done)
    {
        var now = Stopwatch.GetTimestamp();
        _states.Enqueue((now, done));
        while (_states.Count > 2 && Stopwatch.GetElapsedTime(_states.Peek().At, now) > Recent)
            _states.Dequeue();
        var (at, before) = _states.Peek();
        return at < now ? (done - before) / Stopwatch.GetElapsedTime(at, now).TotalSeconds : 0;
    }

    private static string Line(EsmsCampaignProgress progress, long done, double rate)
    {
        var line = $"{Money.Number(done)} of {Money.Number(progress.Total)}";
        if (progress.Left > 0 && rate > 0)
            line += $", {rate.ToString("0.#", CultureInfo.InvariantCulture)}/s, {Time(progress.Left / rate)} left";
        if (progress.AcceptedCost > 0)
            line += $", {Money.Text(progress.AcceptedCost)}";
        if (progress.Refused > 0)
            line += $", {Money.Number(progress.Refused)} refused";
        if (progress.Unknown > 0)
            line += $", {Money.Number(progress.Unknown)} unknown";
        return progress.Pause is { } pause ? $"{line}. {Describe(pause)}" : line;
    }

    private static string Describe(EsmsDispatchPause pause) =>
        $"Paused until {pause.Until.ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture)}: {Plain.Text(pause.Reason)}";

    private static string Bar(long done, long total)
    {
        const int width = 20;
        var full = total == 0 ? width : (int)(done * width / total);
        return $"[{new string('#', full)}{new string('.', width - full)}]";
    }

    private static string Time(double seconds) =>
        seconds switch
        {
            < 90 => $"{Math.Ceiling(seconds)} s",
            < 5400 => $"{Math.Ceiling(seconds / 60)} min",
            _ => $"{(seconds / 3600).ToString("0.#", CultureInfo.InvariantCulture)} h",
        };
}
