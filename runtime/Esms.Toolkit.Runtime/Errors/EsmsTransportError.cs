namespace Esms;

/// <summary>Why no usable answer came.</summary>
public enum EsmsTransportError
{
    /// <summary>No connection could be made, or it broke before the whole answer was there.</summary>
    Connection,

    /// <summary>
    /// The whole answer was not there within <see cref="EsmsOptions.TryTimeout"/>, or what <see cref="EsmsOptions.Timeout"/> had left for the try.
    /// </summary>
    Timeout,

    /// <summary>The answer is an HTTP error, and no refusal in the words of the service.</summary>
    HttpStatus,
}
