namespace Esms.Toolkit.Emit;

/// <summary>
/// The types that generated code uses and does not declare, each named from the root: no type, namespace, alias or import of a project can come
/// in between. The types that it declares itself are found first by their plain names, because they are in the namespace of the code.
/// </summary>
internal static class Global
{
    public const string Action = "global::System.Action";
    public const string ArgumentException = "global::System.ArgumentException";
    public const string ArgumentNullException = "global::System.ArgumentNullException";
    public const string DateTimeOffset = "global::System.DateTimeOffset";
    public const string IDisposable = "global::System.IDisposable";
    public const string MemoryExtensions = "global::System.MemoryExtensions";
    public const string Obsolete = "global::System.Obsolete";
    public const string OperationCanceledException = "global::System.OperationCanceledException";
    public const string ReadOnlySpan = "global::System.ReadOnlySpan";
    public const string StringComparison = "global::System.StringComparison";
    public const string TimeSpan = "global::System.TimeSpan";
    public const string Type = "global::System.Type";

    public const string Dictionary = "global::System.Collections.Generic.Dictionary";
    public const string IEnumerable = "global::System.Collections.Generic.IEnumerable";
    public const string IReadOnlyDictionary = "global::System.Collections.Generic.IReadOnlyDictionary";
    public const string IReadOnlyList = "global::System.Collections.Generic.IReadOnlyList";
    public const string KeyValuePair = "global::System.Collections.Generic.KeyValuePair";

    public const string CultureInfo = "global::System.Globalization.CultureInfo";

    public const string HttpContent = "global::System.Net.Http.HttpContent";
    public const string HttpMethod = "global::System.Net.Http.HttpMethod";

    public const string JsonSerializerOptions = "global::System.Text.Json.JsonSerializerOptions";
    public const string Utf8JsonReader = "global::System.Text.Json.Utf8JsonReader";
    public const string Utf8JsonWriter = "global::System.Text.Json.Utf8JsonWriter";

    public const string JsonSerializerContext = "global::System.Text.Json.Serialization.JsonSerializerContext";

    public const string IJsonTypeInfoResolver = "global::System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver";
    public const string JsonTypeInfo = "global::System.Text.Json.Serialization.Metadata.JsonTypeInfo";

    public const string CancellationToken = "global::System.Threading.CancellationToken";

    public const string Task = "global::System.Threading.Tasks.Task";

    public const string XmlWriter = "global::System.Xml.XmlWriter";

    public const string IConfiguration = "global::Microsoft.Extensions.Configuration.IConfiguration";

    public const string IHttpClientBuilder = "global::Microsoft.Extensions.DependencyInjection.IHttpClientBuilder";
    public const string IServiceCollection = "global::Microsoft.Extensions.DependencyInjection.IServiceCollection";
    public const string ServiceCollectionServiceExtensions = "global::Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions";
    public const string ServiceProviderKeyedServiceExtensions =
        "global::Microsoft.Extensions.DependencyInjection.ServiceProviderKeyedServiceExtensions";
    public const string ServiceProviderServiceExtensions = "global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions";

    public const string EsmsApiException = "global::Esms.EsmsApiException";
    public const string EsmsCallOptions = "global::Esms.EsmsCallOptions";
    public const string EsmsConnection = "global::Esms.EsmsConnection";
    public const string EsmsConnectionServiceCollectionExtensions = "global::Esms.EsmsConnectionServiceCollectionExtensions";
    public const string EsmsEmbedded = "global::Esms.EsmsEmbedded";
    public const string EsmsObject = "global::Esms.EsmsObject";
    public const string EsmsOptions = "global::Esms.EsmsOptions";
    public const string EsmsOutcomeUnknownException = "global::Esms.EsmsOutcomeUnknownException";
    public const string EsmsProtocolException = "global::Esms.EsmsProtocolException";
    public const string EsmsResponse = "global::Esms.EsmsResponse";
    public const string EsmsResult = "global::Esms.EsmsResult";
    public const string EsmsResultCode = "global::Esms.EsmsResultCode";
    public const string EsmsSendResponse = "global::Esms.EsmsSendResponse";
    public const string EsmsTransportException = "global::Esms.EsmsTransportException";
    public const string IEsmsKeyedRequest = "global::Esms.IEsmsKeyedRequest";

    public const string EsmsAccept = "global::Esms.Runtime.EsmsAccept";
    public const string EsmsCall = "global::Esms.Runtime.EsmsCall";
    public const string EsmsContent = "global::Esms.Runtime.EsmsContent";
    public const string EsmsDateFormat = "global::Esms.Runtime.EsmsDateFormat";
    public const string EsmsEndpoint = "global::Esms.Runtime.EsmsEndpoint";
    public const string EsmsGuard = "global::Esms.Runtime.EsmsGuard";
    public const string EsmsInbound = "global::Esms.Runtime.EsmsInbound";
    public const string EsmsJson = "global::Esms.Runtime.EsmsJson";
    public const string EsmsJsonMetadata = "global::Esms.Runtime.EsmsJsonMetadata";
    public const string EsmsPace = "global::Esms.Runtime.EsmsPace";
    public const string EsmsParameters = "global::Esms.Runtime.EsmsParameters";
    public const string EsmsRepeat = "global::Esms.Runtime.EsmsRepeat";
    public const string EsmsText = "global::Esms.Runtime.EsmsText";
    public const string EsmsXml = "global::Esms.Runtime.EsmsXml";
}
