namespace Esms.Cli;

/// <summary>A number with what it counts.</summary>
internal static class Plural
{
    /// <param name="count">How many.</param>
    /// <param name="one">The noun for one of them, which takes an s for more.</param>
    public static string Of(long count, string one) => Of(count, one, one + "s");

    /// <param name="count">How many.</param>
    /// <param name="one">The words for one.</param>
    /// <param name="many">The words for any other number.</param>
    public static string Of(long count, string one, string many) => $"{Money.Number(count)} {(count == 1 ? one : many)}";
}
