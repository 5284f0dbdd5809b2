namespace Esms.Receiving;

/// <summary>Marks the endpoints of the receiver.</summary>
internal sealed class CallbackMetadata
{
    public static CallbackMetadata Instance { get; } = new();
}
