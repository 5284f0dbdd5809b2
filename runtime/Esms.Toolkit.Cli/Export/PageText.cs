using System.Text;

namespace Esms.Cli.Export;

/// <summary>Text that is put together piece by piece.</summary>
internal static class PageText
{
    /// <summary>
    /// Appends a piece. As a parameter that is a string, an interpolated one means the same in every culture: it has texts and whole numbers.
    /// </summary>
    public static StringBuilder Put(this StringBuilder text, string piece) => text.Append(piece);
}
