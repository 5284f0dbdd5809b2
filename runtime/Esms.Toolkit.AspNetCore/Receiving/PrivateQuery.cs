namespace Esms.Receiving;

/// <summary>The query of a call that came with a right token, taken out of the request. Being there says that the token was right.</summary>
/// <param name="Text">The query as it came.</param>
internal sealed record PrivateQuery(string Text)
{
    /// <summary>A record would print its text.</summary>
    public override string ToString() => nameof(PrivateQuery);
}
