using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Esms.Emulator;

/// <summary>
/// Leads clients to the emulator, so that no key and no address of eSMS is left in the options of any account. What is set after that is refused, because a test
/// would send in earnest.
/// </summary>
/// <param name="services">The emulator is started by the first client that is made.</param>
internal sealed class EmulatedAccounts(IServiceProvider services) : IPostConfigureOptions<EsmsOptions>, IValidateOptions<EsmsOptions>
{
    public void PostConfigure(string? name, EsmsOptions options)
    {
        var (account, emulator) = Find(name);
        options.ApiKey = account.ApiKey;
        options.SecretKey = account.SecretKey;
        options.BaseAddress = emulator.BaseAddress;
    }

    public ValidateOptionsResult Validate(string? name, EsmsOptions options)
    {
        var (account, emulator) = Find(name);
        return options.BaseAddress == emulator.BaseAddress && options.ApiKey == account.ApiKey && options.SecretKey == account.SecretKey
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"Something changes the address or the keys after {nameof(EsmsEmulatorServiceCollectionExtensions.UseEsmsEmulator)}, so calls would not go to the "
                    + $"emulator. Call {nameof(EsmsEmulatorServiceCollectionExtensions.UseEsmsEmulator)} behind every PostConfigure of {nameof(EsmsOptions)}."
            );
    }

    private (EmulatorAccount Account, EsmsEmulator Emulator) Find(string? name)
    {
        var emulator = services.GetRequiredService<EsmsEmulator>();
        return (string.IsNullOrEmpty(name) ? emulator.Engine.Accounts[0] : emulator.Engine.AccountNamed(name), emulator);
    }
}
