using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Esms.Runtime;

/// <summary>
/// What the runtime tells to whoever listens: a source of activities and a meter, both named <c>Esms.Toolkit</c>. Names of operations, outcomes,
/// codes and times are told; keys, phone numbers, texts and ids of messages are not. docs/telemetry.md is the list.
/// </summary>
internal static class Telemetry
{
    private const string Name = "Esms.Toolkit";

    private static readonly Meter Meter = new(Name);

    public static readonly ActivitySource Source = new(Name);

    /// <summary>Whole calls, with pauses and waits.</summary>
    public static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("esms.call.duration", "s");

    /// <summary>How many tries a call took.</summary>
    public static readonly Histogram<double> Tries = Meter.CreateHistogram<double>("esms.call.tries", "{try}");

    /// <summary>How long a try waited for its turn under a rate limit.</summary>
    public static readonly Histogram<double> Wait = Meter.CreateHistogram<double>("esms.call.wait", "s");

    /// <summary>
    /// What answers have that is not as usual: a form that the contract accepts beside its own, a member or a code that nobody knows, a value that
    /// cannot be read.
    /// </summary>
    public static readonly Counter<long> Drift = Meter.CreateCounter<long>("esms.drift");

    /// <summary>Whether anybody listens to calls. Asked for each call, so it costs as little as can be.</summary>
    public static bool IsWatched => Source.HasListeners() || Duration.Enabled || Tries.Enabled || Drift.Enabled;
}
