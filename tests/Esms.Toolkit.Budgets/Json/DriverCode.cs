using System.Globalization;
using Esms.Toolkit.Emit;
using Esms.Toolkit.Reader.Model;

namespace Esms.Toolkit.Budgets.Json;

/// <summary>Writes the class that calls the generated code and the twins, so that nothing is called by reflection.</summary>
internal static class DriverCode
{
    public const string TypeName = "EsmsContracts.Driver";

    public static string Write(AllContracts contracts)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        text.WriteLine(
            """
            #nullable enable
            using System;
            using System.Collections.Generic;
            using System.Net.Http;
            using System.Text;
            using System.Text.Encodings.Web;
            using System.Text.Json;
            using System.Text.Json.Serialization;
            using Esms;
            using Esms.Runtime;
            using Esms.Toolkit.Budgets.Json;
            namespace EsmsContracts;

            public static class Driver
            {
                private static readonly Twins.Requests.RequestsContext Relaxed = new(new JsonSerializerOptions
                {
                    Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
                    AllowOutOfOrderMetadataProperties = true,
                });

                private static T Given<T>(string json, EsmsJsonRead<T> read)
                {
                    var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes("{\"value\":" + json + "}"));
                    reader.Read();
                    reader.Read();
                    return read(ref reader);
                }

                private static HttpContent Body(byte[] json, string contentType)
                {
                    var content = new ByteArrayContent(json);
                    content.Headers.TryAddWithoutValidation("Content-Type", contentType);
                    return content;
                }

                private static byte[] Written<T>(T value, Action<Utf8JsonWriter, T> write)
                {
                    using var stream = new System.IO.MemoryStream();
                    using (var writer = new Utf8JsonWriter(stream))
                        write(writer, value);
                    return stream.ToArray();
                }

            """
        );
        text.WriteLine("    public static IReadOnlyDictionary<string, Reading> Readings() => new Dictionary<string, Reading>\n    {");
        foreach (var endpoint in contracts.Endpoints)
            text.WriteLine(ReadingOf(endpoint.Operation));
        text.WriteLine("    };\n\n    public static IReadOnlyList<Writing> Writings() =>\n    [");
        foreach (var (endpoint, _, sample) in JsonSamples.Requests(contracts))
            text.WriteLine(
                $"        Write{endpoint.Operation}({Literals.Quote($"{endpoint.Operation}: {sample.Name}")}, {JsonSamples.Expression(endpoint, sample)}),"
            );
        text.WriteLine("    ];");
        foreach (var endpoint in contracts.Endpoints.Where(JsonSamples.IsJson))
            text.WriteLine(WriterOf(endpoint));
        text.WriteLine("}");
        return text.ToString();
    }

    private static string ReadingOf(string operation) =>
        $$"""
                    [{{Literals.Quote(operation)}}] = new(
                        static json =>
                        {
                            var reader = new Utf8JsonReader(json);
                            reader.Read();
                            return {{operation}}Endpoint.Instance.Read(ref reader);
                        },
                        static json => JsonSerializer.Deserialize(new ReadOnlySpan<byte>(json), Twins.Answers.AnswersContext.Default.{{operation}}Twin)!,
                        static answer => Written(({{operation}}Response)answer, {{operation}}ResponseJson.Write),
                        static twin => JsonSerializer.SerializeToUtf8Bytes((Twins.Answers.{{operation}}Twin)twin, Twins.Answers.AnswersContext.Default.{{operation}}Twin)),
            """;

    private static string WriterOf(EndpointModel endpoint)
    {
        var operation = endpoint.Operation;
        var contentType = endpoint.Body.Kind == BodyKind.JsonAsText ? "text/plain; charset=utf-8" : "application/json; charset=utf-8";
        return $$"""

                private static Writing Write{{operation}}(string name, {{operation}}Request request)
                {
                    var json = {{operation}}Endpoint.Instance.CreateContent(request, TestCall.Of())!.ReadAsByteArrayAsync().Result;
                    var twin = JsonSerializer.Deserialize(new ReadOnlySpan<byte>(json), Relaxed.{{operation}}Twin)!;
                    return new Writing(
                        name,
                        () => {{operation}}Endpoint.Instance.CreateContent(request, TestCall.Of())!,
                        () => Body(JsonSerializer.SerializeToUtf8Bytes(twin, Relaxed.{{operation}}Twin), "{{contentType}}"));
                }
            """;
    }
}
