using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Esms.Toolkit.Reader.Model;

namespace Esms.Emulator;

/// <summary>A sample as JSON, read once: every request is compared with all of them.</summary>
internal sealed class PublishedSample
{
    private static readonly ConditionalWeakTable<Sample, PublishedSample> Read = [];

    private PublishedSample(Sample sample)
    {
        Asked = sample.Request is { } request ? JsonNode.Parse(request)!.AsObject() : [];
        Response = JsonNode.Parse(sample.Response)!.AsObject();
    }

    /// <summary>What it asks for; nothing when no request is published.</summary>
    public JsonObject Asked { get; }

    /// <summary>The answer. Not to be changed: <see cref="JsonNode.DeepClone"/> is.</summary>
    public JsonObject Response { get; }

    public static PublishedSample Of(Sample sample) => Read.GetValue(sample, static sample => new PublishedSample(sample));
}
