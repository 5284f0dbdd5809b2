namespace Esms.Toolkit.Reader.Model;

/// <summary>Where a request goes.</summary>
/// <param name="Method">The HTTP method, in capitals.</param>
/// <param name="Origin">Scheme and host.</param>
/// <param name="Parts">The path, exactly as the contract spells it, split at its fields.</param>
internal sealed record Route(string Method, string Origin, EquatableArray<RoutePart> Parts)
{
    /// <summary>The path as the contract spells it, with fields in braces.</summary>
    public string Path => string.Concat(Parts.Select(static part => part.IsField ? $"{{{part.Text}}}" : part.Text));

    /// <summary>The wire names of the fields in the path.</summary>
    public IEnumerable<string> Fields => Parts.Where(static part => part.IsField).Select(static part => part.Text);
}

/// <summary>A piece of a path.</summary>
/// <param name="Text">The piece itself, or the wire name of the field whose value fills a whole segment.</param>
internal sealed record RoutePart(string Text, bool IsField);
