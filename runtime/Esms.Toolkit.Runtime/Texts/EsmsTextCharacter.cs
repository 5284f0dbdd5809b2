namespace Esms;

/// <summary>A character of a text, as a reader sees it: a letter with the marks that stand behind it, or both halves of an emoji.</summary>
/// <param name="Position">Where it starts in the text.</param>
/// <param name="Text">The character.</param>
public readonly record struct EsmsTextCharacter(int Position, string Text);
