using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Esms.Emulator;

/// <summary>The inbox: a page with what was sent. It is whole in this assembly, and its policy lets it load nothing else.</summary>
internal static class InboxPage
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; "
        + "form-action 'none'; frame-ancestors 'none'";
    private const string Prefix = "Page/";

    /// <summary>The names of the files, such as inbox.js.</summary>
    public static IEnumerable<string> Files =>
        typeof(InboxPage)
            .Assembly.GetManifestResourceNames()
            .Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(static name => name[Prefix.Length..]);

    /// <param name="endpoints">Where to; endpoints of the application at the same path go first.</param>
    public static void Map(IEndpointRouteBuilder endpoints, EmulatorAccess access)
    {
        Serve("/", IndexOf);
        foreach (var file in Files)
            Serve($"/_emulator/page/{file}", context => FileOf(context, file));

        void Serve(string pattern, Func<HttpContext, IResult> answer) =>
            endpoints.MapGet(pattern, access.ForAdministration(context => answer(context).ExecuteAsync(context))).WithOrder(int.MaxValue - 1);
    }

    /// <summary>Addresses in the page are relative, so that it works under any path; that wants a slash at the end.</summary>
    private static IResult IndexOf(HttpContext context) =>
        $"{context.Request.PathBase}{context.Request.Path}" is var path && path.EndsWith('/')
            ? FileOf(context, "index.html")
            : Results.LocalRedirect($"{path}/");

    private static IResult FileOf(HttpContext context, string file)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-cache";
        return Results.Stream(typeof(InboxPage).Assembly.GetManifestResourceStream(Prefix + file)!, TypeOf(file));
    }

    private static string TypeOf(string file) =>
        Path.GetExtension(file) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "text/javascript; charset=utf-8",
        };
}
