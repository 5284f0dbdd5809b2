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
    private long _toldAt;

    /// <param name="error">Where it goes.</param>
    public CampaignView(TextWriter error)
    {
        _error = error;
        _isTerminal = ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;
    }

    public void Show(EsmsCampaignProgress progress)
    {
        var done = progress.Total - progress.Left;
        var line = Line(progress, done, RateAt(done));
        if (_isTerminal)
            _error.Write($"\r{Bar(done, progress.Total)} {line}\e[K");
        else if (_toldAt == 0 || Stopwatch.GetElapsedTime(_toldAt) >= BetweenLines || progress.Left == 0)
            Tell(line);
    }

    /// <summary>A line of its own. The line that changes comes again behind it.</summary>
    public void Note(string text) => _error.WriteLine(_isTerminal ? $"\r{text}\e[K" : text);

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
        return progress.Pause is { } pause
            ? $"{line}. Paused until {pause.Until.ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture)}: {Plain.Text(pause.Reason)}"
            : line;
    }

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
