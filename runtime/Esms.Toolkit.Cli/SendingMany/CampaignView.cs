using System.Diagnostics;
using System.Globalization;

namespace Esms.Cli;

/// <summary>How far a campaign has come: one line that changes on a terminal, a line now and then elsewhere.</summary>
internal sealed class CampaignView
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);

    private readonly TextWriter _error;
    private readonly bool _isTerminal;
    private readonly long _started = Stopwatch.GetTimestamp();
    private long? _doneBefore;
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
        _doneBefore ??= done;
        if (_isTerminal)
            _error.Write($"\r{Bar(done, progress.Total)} {Line(progress, done)}\e[K");
        else if (_toldAt == 0 || Stopwatch.GetElapsedTime(_toldAt) >= BetweenLines || progress.Left == 0)
            Tell(Line(progress, done));
    }

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

    private string Line(EsmsCampaignProgress progress, long done)
    {
        var seconds = Stopwatch.GetElapsedTime(_started).TotalSeconds;
        var rate = seconds > 0 ? (done - _doneBefore!.Value) / seconds : 0;
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
