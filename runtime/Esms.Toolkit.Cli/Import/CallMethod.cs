namespace Esms.Cli.Import;

/// <summary>The HTTP method of a call, of which contracts know two.</summary>
internal static class CallMethod
{
    private static readonly string[] Others = ["PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "CONNECT"];

    /// <exception cref="InvalidDataException">It is another one; it is named only when it is a method, because another word can be a secret.</exception>
    public static string Read(string method, string place, Notes notes)
    {
        var verb = method.ToUpperInvariant();
        return verb is "GET" or "POST"
            ? verb
            : throw notes.Fail(place, $"the method is {(Others.Contains(verb) ? verb : "none of HTTP")}; contracts know GET and POST.");
    }
}
