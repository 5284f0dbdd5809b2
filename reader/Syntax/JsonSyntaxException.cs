namespace Esms.Toolkit.Reader.Syntax;

/// <summary>The text is not JSON from here on. It never leaves <see cref="ContractReader"/>, which makes a problem of it.</summary>
#pragma warning disable CA1032, CA1064 // It carries a place, always, and is thrown and caught inside one folder.
internal sealed class JsonSyntaxException(string message, TextRange range) : Exception(message)
#pragma warning restore CA1032, CA1064
{
    public TextRange Range { get; } = range;
}
