using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Esms.Runtime;

/// <summary>
/// What the runtime tells to whoever listens: a source of activities and a meter, both named <c>Esms.Toolkit</c>. Names of operations, outcomes,
/// codes and times are told; keys, phone numbers, texts and ids of messages are not. docs/telemetry.md is the list.
/// </summary>
#pragma warning disable CA1031 // Listeners run inside of what they listen to: one that throws must not make a failure of a send that was accepted.
internal static class Telemetry
{
    private const string Name = "Esms.Toolkit";

    /// <summary>Null when a listener threw at the news of an instrument.</summary>
    private static readonly Instruments? All = Create();

    /// <summary>Whether anybody listens to calls. Asked for each call, so it costs as little as can be.</summary>
    public static bool IsWatched =>
        All is { } all && (all.Source.HasListeners() || all.Duration.Enabled || all.Tries.Enabled || all.Wait.Enabled || all.Drift.Enabled);

    public static bool WatchesDrift => All is { Drift.Enabled: true };

    public static Activity? Start(string operation)
    {
        try
        {
            return All?.Source.StartActivity(operation, ActivityKind.Client);
        }
        catch (Exception)
        {
            return null;
        }
    }

    public static void Stop(Activity activity)
    {
        try
        {
            activity.Dispose();
        }
        catch (Exception)
        {
            // See above.
        }
    }

    public static void RecordCall(TimeSpan duration, int tries, KeyValuePair<string, object?>[] tags)
    {
        if (All is not { } all)
            return;
        Record(all.Duration, duration.TotalSeconds, tags);
        Record(all.Tries, tries, tags);
    }

    public static void RecordWait(TimeSpan wait, string operation)
    {
        if (All is { } all)
            Record(all.Wait, wait.TotalSeconds, [new("esms.operation", operation)]);
    }

    public static void RecordDrift(KeyValuePair<string, object?>[] tags)
    {
        try
        {
            All?.Drift.Add(1, tags);
        }
        catch (Exception)
        {
            // See above.
        }
    }

    private static void Record(Histogram<double> instrument, double value, KeyValuePair<string, object?>[] tags)
    {
        try
        {
            instrument.Record(value, tags);
        }
        catch (Exception)
        {
            // See above.
        }
    }

    private static Instruments? Create()
    {
        try
        {
            return new Instruments();
        }
        catch (Exception)
        {
            return null;
        }
    }

    private sealed class Instruments
    {
        private static readonly Meter Meter = new(Name);

        public ActivitySource Source { get; } = new(Name);

        /// <summary>Whole calls, with pauses and waits.</summary>
        public Histogram<double> Duration { get; } = Meter.CreateHistogram<double>("esms.call.duration", "s");

        /// <summary>How many tries a call took.</summary>
        public Histogram<double> Tries { get; } = Meter.CreateHistogram<double>("esms.call.tries", "{try}");

        /// <summary>How long a try waited for its turn under a rate limit.</summary>
        public Histogram<double> Wait { get; } = Meter.CreateHistogram<double>("esms.call.wait", "s");

        /// <summary>
        /// What answers have that is not as usual: a form that the contract accepts beside its own, a member or a code that nobody knows, a value
        /// that cannot be read.
        /// </summary>
        public Counter<long> Drift { get; } = Meter.CreateCounter<long>("esms.drift");
    }
}
#pragma warning restore CA1031
