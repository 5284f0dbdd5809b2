namespace Esms.Toolkit.Fuzz.Answers.Trial;

/// <summary>What a call made of an answer.</summary>
internal enum CallOutcome
{
    Accepted,
    Refused,
    Unreadable,
}
