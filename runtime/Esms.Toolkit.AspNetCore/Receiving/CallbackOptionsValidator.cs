using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Esms.Receiving;

/// <summary>Checks the options when the application starts, and that there is a client where one is needed.</summary>
internal sealed class CallbackOptionsValidator(IServiceProviderIsKeyedService services) : IValidateOptions<EsmsCallbackOptions>
{
    private const string NoClient =
        $"{nameof(EsmsCallbackOptions.ConfirmByAsking)} needs a client: add one with services.AddEsms(…), under the name in {nameof(EsmsCallbackOptions.Account)}.";

    public ValidateOptionsResult Validate(string? name, EsmsCallbackOptions options)
    {
        var problems = options.FindProblems().ToList();
        if (options.ConfirmByAsking && !HasClient(options.Account))
            problems.Add(NoClient);
        return problems.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(problems.Select(static problem => $"{nameof(EsmsCallbackOptions)}: {problem}"));
    }

    private bool HasClient(string? account) =>
        account is null ? services.IsService(typeof(EsmsClient)) : services.IsKeyedService(typeof(EsmsClient), account);
}
