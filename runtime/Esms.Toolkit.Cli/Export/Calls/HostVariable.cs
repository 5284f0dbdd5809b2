namespace Esms.Cli.Export.Calls;

/// <summary>The variable that stands for a host, named by the first part of it: https://status-sms.esms.vn is statusSms.</summary>
internal static class HostVariable
{
    public static string Of(string origin)
    {
        var words = new Uri(origin).Host.Split('.')[0].Split('-', StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(words.Select(static (word, place) => place == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
