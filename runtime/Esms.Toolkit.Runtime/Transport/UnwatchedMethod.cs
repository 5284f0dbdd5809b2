namespace Esms.Runtime;

/// <summary>The method of a request that need not be watched, by which the wire knows it from the copies of others.</summary>
internal sealed class UnwatchedMethod : HttpMethod
{
    private static readonly UnwatchedMethod GetMethod = new(Get);
    private static readonly UnwatchedMethod PostMethod = new(Post);

    private UnwatchedMethod(HttpMethod method)
        : base(method.Method) { }

    public static HttpMethod Of(HttpMethod method) =>
        method == Get ? GetMethod
        : method == Post ? PostMethod
        : new UnwatchedMethod(method);
}
