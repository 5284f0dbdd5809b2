namespace Esms.Wire.Tests.Service;

/// <summary>What becomes of an answer.</summary>
internal enum Act
{
    Answer,
    Half,
    Close,
    Hang,
    Redirect,

    /// <summary>There is no service to answer.</summary>
    Refuse,
}
