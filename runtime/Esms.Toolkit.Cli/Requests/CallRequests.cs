using Esms.Toolkit.Reader.Model;

namespace Esms.Cli;

/// <summary>Requests of the commands that know their operation.</summary>
internal static class CallRequests
{
    /// <param name="isTrial">Whether it is checked only, and neither stored nor sent nor billed.</param>
    /// <param name="values">The values by the C# names of their fields, each with the option that it came by; those that are null were not given.</param>
    /// <exception cref="UsageException">Something is wrong, or missing.</exception>
    public static CallRequest Of(Operation operation, bool isTrial, params IEnumerable<(string Name, string Option, string? Value)> values)
    {
        var given = new Dictionary<Field, Given>();
        foreach (var (name, option, value) in values)
        {
            if (value is not null)
                given.Add(operation.Parameter(name)!, Given.Text(option, value));
        }
        return RequestReader.Read(operation, given, body: null, isTrial ? true : null);
    }
}
