namespace Esms.Runtime;

/// <summary>The method of a request that only reads, by which it is known from the copies of other requests.</summary>
internal sealed class SafeMethod : HttpMethod
{
    private static readonly SafeMethod GetMethod = new(Get);
    private static readonly SafeMethod PostMethod = new(Post);

    private SafeMethod(HttpMethod method)
        : base(method.Method) { }

    public static HttpMethod Of(HttpMethod method) =>
        method == Get ? GetMethod
        : method == Post ? PostMethod
        : new SafeMethod(method);
}
