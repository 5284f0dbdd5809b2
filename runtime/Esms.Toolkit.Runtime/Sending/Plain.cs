using System.Globalization;

namespace Esms.Runtime;

/// <summary>
/// Numbers in messages. They are strings before they are put into a text, because a text with a number in it takes four times the code in every native
/// app.
/// </summary>
internal static class Plain
{
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}
