using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Esms.Tests.Telemetry;

/// <summary>Listens to the toolkit's activities and to its meter, or to one instrument of it.</summary>
internal sealed class TelemetryTap : IDisposable
{
    private readonly ActivityListener? _activities;
    private readonly MeterListener _meter = new();

    public TelemetryTap()
        : this(null)
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Esms.Toolkit",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = Activities.Enqueue,
        };
        ActivitySource.AddActivityListener(_activities);
    }

    /// <param name="instrument">The one to listen to; null for all of them.</param>
    public TelemetryTap(string? instrument)
    {
        _meter.InstrumentPublished = (published, listener) =>
        {
            if (published.Meter.Name == "Esms.Toolkit" && (instrument is null || published.Name == instrument))
                listener.EnableMeasurementEvents(published);
        };
        _meter.SetMeasurementEventCallback<double>((source, value, tags, _) => Measured.Enqueue(new Measurement(source.Name, value, Render(tags))));
        _meter.SetMeasurementEventCallback<long>((source, value, tags, _) => Measured.Enqueue(new Measurement(source.Name, value, Render(tags))));
        _meter.Start();
    }

    public ConcurrentQueue<Activity> Activities { get; } = [];

    public ConcurrentQueue<Measurement> Measured { get; } = [];

    /// <summary>What one instrument was told, in order: the tags, as <c>operation/outcome/reason</c>.</summary>
    public IEnumerable<string> TagsOf(string instrument) => Measured.Where(one => one.Instrument == instrument).Select(static one => one.Tags);

    public void Dispose()
    {
        _meter.Dispose();
        _activities?.Dispose();
    }

    private static string Render(ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', tags.ToArray().Select(static tag => $"{tag.Key}={tag.Value}"));

    /// <summary>One thing that an instrument was told.</summary>
    internal sealed record Measurement(string Instrument, double Value, string Tags);
}
