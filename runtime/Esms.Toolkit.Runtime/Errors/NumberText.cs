using System.Globalization;
using System.Runtime.CompilerServices;

namespace Esms.Runtime;

/// <summary>Numbers in messages. In one place and not inlined, because the formatting would be repeated in each message of every native app.</summary>
internal static class NumberText
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);
}
