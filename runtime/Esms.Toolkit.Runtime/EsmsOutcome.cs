namespace Esms;

/// <summary>What became of a call.</summary>
public enum EsmsOutcome
{
    /// <summary>eSMS accepted it.</summary>
    Accepted,

    /// <summary>eSMS refused it.</summary>
    Refused,

    /// <summary>A send went out and its answer was lost: eSMS may have accepted it or not.</summary>
    Unknown,
}
