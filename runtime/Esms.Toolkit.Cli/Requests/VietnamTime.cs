using System.Globalization;
using Esms.Runtime;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli;

/// <summary>Dates as people write them. Without a zone they mean Vietnam's clock, which is what eSMS means too.</summary>
internal static class VietnamTime
{
    public static readonly TimeSpan Zone = TimeSpan.FromHours(7);

    private static readonly string[] Local = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm"];

    private static readonly string[] Zoned = ["yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    private static readonly DateTime Sample = new(2026, 12, 31, 9, 0, 0);

    /// <param name="form">The form of the contract, which is understood beside the usual ones.</param>
    /// <returns>Null for what is no date.</returns>
    public static DateTimeOffset? Parse(string text, DateForm form)
    {
        var pattern = form.Pattern();
        // A K also fits nothing at all, and would then mean the clock of this machine.
        if (
            DateTime.TryParseExact(
                text,
                pattern is null ? Local : [pattern, .. Local],
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var local
            )
            && local.Ticks >= Zone.Ticks
        )
            return new DateTimeOffset(local, Zone);
        return DateTimeOffset.TryParseExact(text, Zoned, CultureInfo.InvariantCulture, DateTimeStyles.None, out var zoned) ? zoned : null;
    }

    /// <summary>How a date is written in a form.</summary>
    public static string Example(DateForm form) => EsmsText.Of(new DateTimeOffset(Sample, Zone), FormatOf(form))!;

    /// <summary>The format of the runtime, which has the same name.</summary>
    public static EsmsDateFormat FormatOf(DateForm form) => Enum.Parse<EsmsDateFormat>(form.ToString());
}
