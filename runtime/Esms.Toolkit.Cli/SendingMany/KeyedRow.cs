namespace Esms.Cli;

/// <summary>A row that can be sent, and its key.</summary>
internal sealed record KeyedRow(RowKey Key, MessageRow Message);
