using System.Globalization;
using System.Text;

namespace Esms.Toolkit.Budgets.Generator;

/// <summary>
/// What <see cref="Contracts"/> describe, as a careful user of System.Text.Json writes it by hand: the answer types, one context that lists
/// them all, and a method for each call. Without checks, documentation, refusals and unknown members.
/// </summary>
internal static class HandWritten
{
    private const string Usings = """
        #nullable enable
        using System;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Threading;
        using System.Threading.Tasks;

        namespace Things;

        """;

    /// <summary>A file for each answer type, and the context.</summary>
    public static IEnumerable<string> Types(int count = Contracts.Count) => Enumerable.Range(0, count).Select(TypeOf).Append(Context(count));

    /// <summary>All of it, with a client for each group.</summary>
    public static IEnumerable<string> Files(int count = Contracts.Count) => Types(count).Concat(Clients(count));

    private static string Context(int count)
    {
        var source = new StringBuilder(Usings);
        for (var i = 0; i < count; i++)
            source.Append(CultureInfo.InvariantCulture, $"[JsonSerializable(typeof({Contracts.OperationOf(i)}Response))]\n");
        return source.Append("public sealed partial class ThingsContext : JsonSerializerContext;\n").ToString();
    }

    private static IEnumerable<string> Clients(int count)
    {
        for (var group = 0; group < Contracts.Clients; group++)
        {
            var source = new StringBuilder(Usings);
            source.Append(
                CultureInfo.InvariantCulture,
                $"public sealed class Group{group}Client(HttpClient http, string apiKey, string secretKey)\n{{\n"
            );
            for (var i = group; i < count; i += Contracts.Clients)
                source.Append(MethodOf(Contracts.OperationOf(i)));
            yield return source.Append("}\n").ToString();
        }
    }

    private static string TypeOf(int number) =>
        $$"""
            {{Usings}}
            public sealed class {{Contracts.OperationOf(number)}}Response
            {
                [JsonPropertyName("CodeResponse")]
                public string? CodeResponse { get; init; }

                [JsonPropertyName("ErrorMessage")]
                public string? ErrorMessage { get; init; }

                [JsonPropertyName("ThingID")]
                public string? ThingId { get; init; }

                [JsonPropertyName("SendFailed")]
                public int? SendFailed { get; init; }

                [JsonPropertyName("TotalSent")]
                public long? TotalSent { get; init; }

                [JsonPropertyName("TotalPrice")]
                public decimal? TotalPrice { get; init; }

                [JsonPropertyName("Ratio")]
                public decimal? Ratio { get; init; }

                [JsonPropertyName("IsFinished")]
                public bool? IsFinished { get; init; }
            }
            """;

    private static string MethodOf(string operation) =>
        $$"""
                public async Task<{{operation}}Response> {{operation}}Async(string thingId, CancellationToken cancellationToken = default)
                {
                    var address = $"https://rest.esms.vn/MainService.svc/json/{{operation}}?RefId={Uri.EscapeDataString(thingId)}&ApiKey={Uri.EscapeDataString(apiKey)}&SecretKey={Uri.EscapeDataString(secretKey)}";
                    return await http.GetFromJsonAsync(address, ThingsContext.Default.{{operation}}Response, cancellationToken).ConfigureAwait(false)
                        ?? throw new JsonException("The answer is null.");
                }


            """;
}
