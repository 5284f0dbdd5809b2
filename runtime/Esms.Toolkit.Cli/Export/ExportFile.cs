namespace Esms.Cli.Export;

/// <summary>One file of an export. A format of several files is one text too, for standard output.</summary>
/// <param name="Path">Where it stands in the folder of the export, with slashes.</param>
internal sealed record ExportFile(string Path, string Text);
