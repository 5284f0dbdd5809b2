using System.Reflection;
using Esms.Tests.Samples;

namespace Esms.Tests.Outbox;

/// <summary>The typed request of a published sample: what its call gives to the client, which is caught before anything is made of it.</summary>
public class CaughtRequest : DispatchProxy
{
    private IEsmsKeyedRequest? _request;

    internal static async Task<IEsmsKeyedRequest> OfAsync(string operation)
    {
        using var esms = new EsmsClient(new EsmsOptions { ApiKey = "none", SecretKey = "none" });
        var catchers = new List<CaughtRequest>();
        foreach (var group in typeof(EsmsClient).GetProperties().Where(static property => property.PropertyType.IsInterface))
        {
            var catcher = Create(group.PropertyType, typeof(CaughtRequest));
            catchers.Add((CaughtRequest)catcher);
            typeof(EsmsClient).GetField($"<{group.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic)!.SetValue(esms, catcher);
        }
        await Assert.ThrowsAsync<OperationCanceledException>(() => SampleCalls.All[operation].CallAsync(esms));
        return Assert.Single(catchers, static catcher => catcher._request is not null)._request!;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        _request = Assert.IsType<IEsmsKeyedRequest>(args![0], exactMatch: false);
        throw new OperationCanceledException("It is not to be made.");
    }
}
