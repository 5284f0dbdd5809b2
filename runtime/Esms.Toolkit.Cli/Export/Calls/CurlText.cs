using System.Text;

namespace Esms.Cli.Export.Calls;

/// <summary>A call as a curl command. The keys come from the environment of the shell.</summary>
internal static class CurlText
{
    public static string Of(ExampleCall call)
    {
        var text = new StringBuilder().Put($"curl --globoff {Quote(call.Endpoint.Route.Origin + call.Target)}");
        if (call.Body is { } body)
            text.Put($" \\\n  --header 'Content-Type: {call.ContentType}' \\\n  --data-raw {Quote(body)}");
        return text.ToString();
    }

    /// <summary>In single quotes, where a shell changes nothing; a variable stands between them in double ones.</summary>
    private static string Quote(string value) =>
        "'"
        + value
            .Replace("'", "'\\''", StringComparison.Ordinal)
            .Replace(ExampleCall.ApiKey, "'\"$ESMS_API_KEY\"'", StringComparison.Ordinal)
            .Replace(ExampleCall.SecretKey, "'\"$ESMS_SECRET_KEY\"'", StringComparison.Ordinal)
        + "'";
}
