namespace Esms.Toolkit.Reader.Model;

/// <summary>A value that the contract itself gives, such as a default.</summary>
/// <param name="Json">The value as strict JSON, with the digits of the contract.</param>
/// <param name="Text">A string without its quotes; for any other value the same as <paramref name="Json"/>.</param>
internal sealed record Literal(string Json, string Text)
{
    /// <summary>Whether the value is an object or a list.</summary>
    public bool IsStructure => Json[0] is '{' or '[';

    /// <inheritdoc/>
    public override string ToString() => Json;
}
