namespace Esms;

/// <summary>A character that is written in another way.</summary>
/// <param name="Position">Where it started in the text as it was.</param>
/// <param name="From">The character as it was, with the marks that stood behind it.</param>
/// <param name="To">What stands there now: nothing for a character that nobody sees, three points for an ellipsis, one letter for most.</param>
public readonly record struct EsmsTextChange(int Position, string From, string To);
