using Microsoft.Extensions.Options;

namespace Esms.Dispatching;

/// <summary>Checks the options when the application starts.</summary>
internal sealed class DispatchOptionsValidator : IValidateOptions<EsmsDispatchOptions>
{
    public ValidateOptionsResult Validate(string? name, EsmsDispatchOptions options)
    {
        var problems = options.FindProblems();
        return problems.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(problems.Select(static problem => $"{nameof(EsmsDispatchOptions)}: {problem}"));
    }
}
