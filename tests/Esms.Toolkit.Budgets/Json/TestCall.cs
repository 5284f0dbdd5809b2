using Esms.Runtime;
using Esms.Toolkit.Peers;

namespace Esms.Toolkit.Budgets.Json;

/// <summary>What a connection gives to a request. Public, for the assembly that is compiled here uses it.</summary>
public static class TestCall
{
    private static readonly EsmsCredentials Credentials = new(Published.ApiKey, Published.SecretKey);

    public static EsmsCall Of() => new(Credentials, Published.Message.RequestId);
}
