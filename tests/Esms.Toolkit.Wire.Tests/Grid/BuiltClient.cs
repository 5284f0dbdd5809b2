namespace Esms.Wire.Tests.Grid;

/// <summary>A client, and what is under it.</summary>
internal sealed class BuiltClient(EsmsClient esms, IDisposable under) : IDisposable
{
    public EsmsClient Esms => esms;

    public void Dispose()
    {
        esms.Connection.Dispose();
        under.Dispose();
    }
}
