using Esms.Wire.Tests.Service;

namespace Esms.Wire.Tests.Grid;

/// <summary>One combination of the grid.</summary>
/// <param name="Number">By which its requests are known.</param>
/// <param name="Handler">What stands in the way.</param>
/// <param name="Road">How the client is built.</param>
/// <param name="Fault">What the service does.</param>
/// <param name="Kind">What is called.</param>
/// <param name="IsCanceled">Whether the caller cancels when the request has arrived.</param>
internal sealed record Call(int Number, string Handler, string Road, Fault Fault, Kind Kind, bool IsCanceled)
{
    public override string ToString() => $"{Kind}, {(IsCanceled ? "cancelled" : "awaited")}, {Handler}, {Road}, {Fault}";
}
