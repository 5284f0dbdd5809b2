using System.Globalization;
using System.Runtime.CompilerServices;

namespace Esms.Runtime;

/// <summary>
/// Numbers in messages. They are strings before they are put into a text, because a text with a number in it takes four times the code in every native
/// app; for the same reason these are calls, and texts are joined of four parts at most.
/// </summary>
internal static class Plain
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}
