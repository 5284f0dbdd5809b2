namespace Esms.Wire.Tests.Grid;

/// <summary>What a contract says of a repeat.</summary>
internal enum Repeat
{
    Safe,
    Keyed,
    Never,
}
