namespace Esms;

/// <summary>What is folded.</summary>
[Flags]
public enum EsmsFolding
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Vietnamese letters lose their marks: ế becomes e, Đ becomes D. In whatever form they are written, combining marks included.</summary>
    Diacritics = 1,

    /// <summary>
    /// Signs that word processors set, and that look like those of GSM: curly quotes, dashes, the ellipsis, hard and narrow spaces, bullets, the sign
    /// of the đồng. Characters that nobody sees go away.
    /// </summary>
    Typography = 2,

    /// <summary>Both.</summary>
    All = Diacritics | Typography,
}
