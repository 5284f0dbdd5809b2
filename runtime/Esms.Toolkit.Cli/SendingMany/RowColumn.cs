using Esms.Toolkit.Reader.Model;

namespace Esms.Cli;

/// <summary>A column, and the field that it fills.</summary>
/// <param name="Index">Its place in the row.</param>
/// <param name="Name">Its name, as the file has it.</param>
/// <param name="Field">The field.</param>
/// <param name="Member">The member of it, for a column such as TempData.code; null for the whole field.</param>
internal sealed record RowColumn(int Index, string Name, Field Field, string? Member);
