using System.Diagnostics.Metrics;
using System.Globalization;

namespace Esms.Dispatching;

/// <summary>The measurements of the outbox, on the meter of the toolkit.</summary>
internal static class DispatchTelemetry
{
    private static readonly Meter Meter = new("Esms.Toolkit");

    private static readonly Counter<long> Outcomes = Meter.CreateCounter<long>(
        "esms.dispatch.outcomes",
        "{message}",
        "Messages of an outbox with a final outcome."
    );

    public static void Ended(EsmsDispatchResult result) =>
        Outcomes.Add(
            1,
            new("esms.operation", result.Operation),
            new("esms.outcome", NameOf(result)),
            new("esms.result_code", ((int)result.Code).ToString(CultureInfo.InvariantCulture))
        );

    private static string NameOf(EsmsDispatchResult result) =>
        result switch
        {
            { WasAlreadyAccepted: true } => "already_accepted",
            { Outcome: EsmsDispatchOutcome.Accepted } => "accepted",
            { Outcome: EsmsDispatchOutcome.Refused } => "refused",
            { Outcome: EsmsDispatchOutcome.Unknown } => "unknown",
            _ => "invalid",
        };
}
