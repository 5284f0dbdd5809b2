namespace Esms.Cli;

/// <summary>A row that can be sent.</summary>
/// <param name="Line">The line of the file that it starts in.</param>
/// <param name="Phone">The recipient.</param>
/// <param name="Text">The text as the file has it; null for sends that have none.</param>
/// <param name="Request">What goes out.</param>
/// <param name="Measure">How long that is.</param>
internal sealed record MessageRow(int Line, EsmsPhoneNumber Phone, string? Text, CallRequest Request, EsmsTextMeasure Measure);
