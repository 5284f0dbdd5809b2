namespace Esms;

/// <summary>How long a text is where it is paid for.</summary>
public readonly record struct EsmsTextMeasure
{
    /// <summary>How its letters travel.</summary>
    public EsmsTextEncoding Encoding { get; internal init; }

    /// <summary>
    /// Its length. In GSM, the characters ^ { } \ [ ~ ] | € and the form feed count for two; as Unicode, those beyond 16 bits do, emoji above all.
    /// Letters that are reserved are counted.
    /// </summary>
    public int Units { get; internal init; }

    /// <summary>How many SMS it is, and is paid for as.</summary>
    public int Segments { get; internal init; }

    /// <summary>What still fits into the last of them; 0 where nothing is cut.</summary>
    public int UnitsLeft { get; internal init; }

    /// <summary>Where the first character stands that GSM has not; -1 when there is none.</summary>
    public int FirstBeyondGsm { get; internal init; }
}
