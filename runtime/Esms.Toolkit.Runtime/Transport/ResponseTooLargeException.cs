namespace Esms.Runtime;

/// <summary>
/// An answer is larger than the options allow. It never leaves the transport, which makes an <see cref="EsmsProtocolException"/> of it.
/// </summary>
#pragma warning disable CA1032, CA1064 // Thrown and caught inside this folder.
internal sealed class ResponseTooLargeException : Exception;
#pragma warning restore CA1032, CA1064
