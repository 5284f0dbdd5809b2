namespace Esms.Receiving;

/// <summary>The service answered an earlier state than that of the callback, and is asked again.</summary>
#pragma warning disable CA1032, CA1064 // It never leaves the receiver, which says why it is thrown.
internal sealed class StatusBehindException()
    : Exception("eSMS answers an earlier state than that of its callback when it is asked for the status. It is asked again.");
#pragma warning restore CA1032, CA1064
