using System.Collections;
using System.Reflection;

namespace Esms.Tests.Secrets;

/// <summary>All that an exception can tell to whoever writes it down.</summary>
internal static class ExceptionText
{
    /// <summary>What the service said stands in these for the caller to see, and in nothing that is written down by itself.</summary>
    private static readonly string[] WordsOfTheService = [nameof(EsmsApiException.Response), nameof(EsmsApiException.ServiceMessage)];

    public static string Of(Exception exception) => string.Join('\n', Parts(exception));

    private static IEnumerable<string> Parts(Exception exception)
    {
        yield return exception.ToString();
        yield return exception.Message;
        foreach (DictionaryEntry entry in exception.Data)
            yield return $"{entry.Key}={entry.Value}";
        foreach (var property in exception.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (exception is EsmsException && WordsOfTheService.Contains(property.Name))
                continue;
            yield return $"{property.Name}={property.GetValue(exception)}";
        }
        var inner = exception is EsmsOutcomeUnknownException unknown ? unknown.Tries : Enumerable.Empty<Exception>();
        foreach (var other in inner.Append(exception.InnerException).OfType<Exception>())
            yield return Of(other);
    }
}
