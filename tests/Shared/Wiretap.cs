using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using Esms.Tests.DependencyInjection;

namespace Esms.Tests.Secrets;

/// <summary>Listens to all that a process tells about itself: logs, traces, metrics and events.</summary>
internal sealed class Wiretap : IDisposable
{
    private readonly ConcurrentQueue<string> _heard = new();
    private readonly ActivityListener _activities = new();
    private readonly MeterListener _metrics = new();
    private readonly Events _events;

    public Wiretap()
    {
        _activities.ShouldListenTo = static _ => true;
        _activities.Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded;
        _activities.ActivityStopped = activity =>
            Hear(
                "trace",
                [
                    activity.OperationName,
                    activity.DisplayName,
                    activity.StatusDescription,
                    .. activity.TagObjects.Select(Text),
                    .. activity.Baggage.Select(static pair => $"{pair}"),
                    .. activity.Events.SelectMany(static one => one.Tags.Select(Text).Prepend(one.Name)),
                ]
            );
        ActivitySource.AddActivityListener(_activities);
        _metrics.InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _metrics.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Measure(instrument, tags));
        _metrics.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Measure(instrument, tags));
        _metrics.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Measure(instrument, tags));
        _metrics.Start();
        _events = new Events(Hear);
    }

    /// <summary>What is logged with this.</summary>
    public LogLines Logs { get; } = new();

    public IReadOnlyList<string> Heard => [.. _heard, .. Logs.Lines.Select(static line => $"log: {line}")];

    public void Dispose()
    {
        _events.Dispose();
        _metrics.Dispose();
        _activities.Dispose();
        Logs.Dispose();
    }

    private void Measure(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        Hear("metric", [instrument.Name, .. tags.ToArray().Select(Text)]);

    private void Hear(string kind, IEnumerable<string?> texts) => _heard.Enqueue($"{kind}: {string.Join(' ', texts)}");

    private static string Text(KeyValuePair<string, object?> tag) => $"{tag.Key}={tag.Value}";

    private sealed class Events : EventListener
    {
        private readonly ConcurrentQueue<EventSource> _early = new();
        private readonly Action<string, IEnumerable<string?>>? _hear;

        public Events(Action<string, IEnumerable<string?>> hear)
        {
            _hear = hear;
            while (_early.TryDequeue(out var source))
                Enable(source);
        }

        /// <summary>The base constructor calls this for the sources that are there already, before this object is made.</summary>
        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (_hear is null)
                _early.Enqueue(eventSource);
            else
                Enable(eventSource);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
            _hear?.Invoke(
                $"event {eventData.EventSource.Name}",
                [eventData.EventName, eventData.Message, .. (eventData.Payload ?? new([])).Select(TextOf)]
            );

        private static string? TextOf(object? value) =>
            value switch
            {
                null => null,
                // What goes over a socket goes over a socket.
                byte[] => "bytes",
                IEnumerable<object> items => string.Join(' ', items.Select(TextOf)),
                IEnumerable<KeyValuePair<string, object?>> pairs => string.Join(' ', pairs.Select(static pair => $"{pair.Key}={TextOf(pair.Value)}")),
                _ => value.ToString(),
            };

        private void Enable(EventSource source)
        {
            // The first print whole requests, by design and for people who work on .NET itself. The other tells of every exception that is thrown
            // anywhere, those inside of .NET's HTTP stack too, which quote the peer before anyone can catch them.
            if (!source.Name.StartsWith("Private.InternalDiagnostics.", StringComparison.Ordinal) && source.Name != "Microsoft-Windows-DotNETRuntime")
                EnableEvents(source, EventLevel.Verbose, EventKeywords.All);
        }
    }
}
