namespace Esms.Cli.Import.Curl;

/// <summary>A word of a command, without its quotes.</summary>
/// <param name="Offset">Where it begins in the text.</param>
/// <param name="IsQuoted">Whether a quote or an escape is in it, so that it is no sign of the shell.</param>
internal readonly record struct CommandWord(string Text, int Offset, bool IsQuoted = false);
