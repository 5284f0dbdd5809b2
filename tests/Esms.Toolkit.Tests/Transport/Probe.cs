using System.Text.Json;
using Esms.Runtime;

namespace Esms.Tests.Transport;

/// <summary>An operation that is in no contract, with an address as a test wants it.</summary>
/// <param name="origin">Scheme and host, and a path where a test wants one.</param>
/// <param name="write">Writes the address.</param>
internal sealed class Probe(Uri origin, EsmsWriteForm<string> write)
    : EsmsEndpoint<string, ProbeAnswer>("Probe", HttpMethod.Get, origin.AbsoluteUri.TrimEnd('/'), EsmsRepeat.Safe)
{
    /// <summary>How often the address was written.</summary>
    public int Written { get; private set; }

    public override bool IsSuccess(EsmsResultCode code) => code == EsmsResultCode.Success;

    public override void WriteAddress(ref EsmsParameters address, string request)
    {
        Written++;
        write(ref address, request);
    }

    public override ProbeAnswer Read(ref Utf8JsonReader reader)
    {
        reader.Skip();
        return new ProbeAnswer();
    }
}
