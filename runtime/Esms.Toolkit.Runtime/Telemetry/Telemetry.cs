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

    /// <summary>Null, as each of the instruments, when a listener threw at the news of it.</summary>
    private static readonly ActivitySource? Source = Quietly(static () => new ActivitySource(Name));

    /// <summary>Whole calls, with pauses and waits.</summary>
    private static readonly Histogram<double>? Duration = Quietly(static () => Meter.CreateHistogram<double>("esms.call.duration", "s"));

    /// <summary>How many tries a call took.</summary>
    private static readonly Histogram<double>? Tries = Quietly(static () => Meter.CreateHistogram<double>("esms.call.tries", "{try}"));

    /// <summary>How long a try waited for its turn under a rate limit.</summary>
    private static readonly Histogram<double>? Wait = Quietly(static () => Meter.CreateHistogram<double>("esms.call.wait", "s"));

    /// <summary>
    /// What answers have that is not as usual: a form that the contract accepts beside its own, a member or a code that nobody knows, a value that
    /// cannot be read.
    /// </summary>
    private static readonly Counter<long>? Drift = Quietly(static () => Meter.CreateCounter<long>("esms.drift"));

    /// <summary>Whether anybody listens to calls. Asked for each call, so it costs as little as can be.</summary>
    public static bool IsWatched => Source?.HasListeners() == true || Duration is { Enabled: true } || Tries is { Enabled: true } || WatchesDrift;

    public static bool WatchesDrift => Drift is { Enabled: true };

    public static Activity? Start(string operation) => Quietly(() => Source?.StartActivity(operation, ActivityKind.Client));

    public static void Stop(Activity activity) => Quietly(activity.Dispose);

    public static void RecordCall(TimeSpan duration, int tries, KeyValuePair<string, object?>[] tags)
    {
        Quietly(() => Duration?.Record(duration.TotalSeconds, tags));
        Quietly(() => Tries?.Record(tries, tags));
    }

    public static void RecordWait(TimeSpan wait, string operation)
    {
        if (Wait is { Enabled: true })
            Quietly(() => Wait.Record(wait.TotalSeconds, new KeyValuePair<string, object?>("esms.operation", operation)));
    }

    public static void RecordDrift(KeyValuePair<string, object?>[] tags) => Quietly(() => Drift?.Add(1, tags));

    /// <summary>Listeners run inside of what they listen to. One that throws must not make a failure of a send that was accepted.</summary>
    private static void Quietly(Action tell) =>
        Quietly<object>(() =>
        {
            tell();
            return null;
        });

    private static T? Quietly<T>(Func<T?> make)
        where T : class
    {
        try
        {
            return make();
        }
#pragma warning disable CA1031 // What a listener throws is the listener's.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
