namespace Esms.Toolkit.Reader.Model;

/// <summary>Where a field of a request travels.</summary>
internal enum FieldLocation
{
    Body,
    Query,

    /// <summary>A whole segment of the path.</summary>
    Path,
}
