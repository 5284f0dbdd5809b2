namespace Esms.Toolkit.Hostile.Server;

/// <summary>One try at one logical send.</summary>
/// <param name="Send">The number of the send, which also stands in its text.</param>
/// <param name="Number">1 for the first try.</param>
internal readonly record struct Try(int Send, int Number);
