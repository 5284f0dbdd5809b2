using Esms.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Esms;

/// <summary>
/// Checks the options of one account. Mistakes stop the start of an application. Mistakes in a configuration that is reloaded stop nothing: the last valid options
/// stay in use, and an error is logged.
/// </summary>
internal sealed class EsmsOptionsValidator(string accountName, IServiceProvider services) : IValidateOptions<EsmsOptions>
{
    private readonly object _gate = new();
    private EsmsOptions? _lastValid;
    private string? _reported;

    public ValidateOptionsResult Validate(string? name, EsmsOptions options)
    {
        if (name != accountName)
            return ValidateOptionsResult.Skip;
        var problems = options.FindProblems();
        lock (_gate)
        {
            if (problems.Count == 0)
                Keep(options);
            else if (_lastValid is null)
                return ValidateOptionsResult.Fail(problems.Select(problem => $"{Prefix}: {problem}").ToList());
            else
                Restore(options, _lastValid, string.Join(" ", problems));
        }
        return ValidateOptionsResult.Success;
    }

    private string Prefix => accountName.Length == 0 ? nameof(EsmsOptions) : $"{nameof(EsmsOptions)} \"{accountName}\"";

    private void Keep(EsmsOptions options)
    {
        _lastValid = new EsmsOptions();
        _lastValid.CopyFrom(options);
        _reported = null;
    }

    /// <summary>Corrected here and not refused: a refusal would be an exception in whatever reloads the configuration, and leave the application without options.</summary>
    private void Restore(EsmsOptions options, EsmsOptions lastValid, string problems)
    {
        options.CopyFrom(lastValid);
        if (_reported == problems)
            return;
        _reported = problems;
        services.GetService<ILoggerFactory>()?.CreateLogger(EsmsLog.Category).KeepsOptions(Prefix, problems);
    }
}
