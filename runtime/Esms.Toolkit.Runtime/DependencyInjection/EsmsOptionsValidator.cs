using Microsoft.Extensions.Options;

namespace Esms;

/// <summary>Checks the options of one account when the application starts.</summary>
internal sealed class EsmsOptionsValidator(string accountName) : IValidateOptions<EsmsOptions>
{
    public ValidateOptionsResult Validate(string? name, EsmsOptions options)
    {
        if (name != accountName)
            return ValidateOptionsResult.Skip;
        var prefix = accountName.Length == 0 ? nameof(EsmsOptions) : $"{nameof(EsmsOptions)} \"{accountName}\"";
        var problems = options.FindProblems().Select(problem => $"{prefix}: {problem}").ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
