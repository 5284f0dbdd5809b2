using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Esms.Emulator;

/// <summary>Leads clients to the emulator: the last word on the options of every account, so that no key and no address of eSMS is left in them.</summary>
/// <param name="services">The emulator is started by the first client that is made.</param>
internal sealed class EmulatedAccounts(IServiceProvider services) : IPostConfigureOptions<EsmsOptions>
{
    public void PostConfigure(string? name, EsmsOptions options)
    {
        var emulator = services.GetRequiredService<EsmsEmulator>();
        var account = string.IsNullOrEmpty(name) ? emulator.Engine.Accounts[0] : emulator.Engine.AccountNamed(name);
        options.ApiKey = account.ApiKey;
        options.SecretKey = account.SecretKey;
        options.BaseAddress = emulator.BaseAddress;
    }
}
