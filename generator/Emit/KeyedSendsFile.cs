namespace Esms.Toolkit.Emit;

/// <summary>All sends that can wait in an outbox, for whoever reads them back by the names of their operations.</summary>
internal static class KeyedSendsFile
{
    public static GeneratedFile Write(EndpointIndex index, GeneratorSettings settings)
    {
        var writer = GeneratedFile.Begin("the names of all contracts", settings);
        writer.Line();
        writer.Summary("The sends with a RequestId, by which eSMS recognizes a repeat, so that they can be sent from an outbox.");
        writer.Line($"public static class {settings.KeyedSends}");
        writer.Open();
        writer.Summary("The endpoints, one for each such contract.");
        writer.Line($"public static {Global.IReadOnlyList}<{Global.EsmsEndpoint}> All {{ get; }} = new {Global.EsmsEndpoint}[]");
        writer.Open();
        foreach (var entry in index.Entries.Where(static entry => entry.IsKeyed))
            writer.Line($"{CSharp.EndpointType(entry.Operation)}.Instance,");
        writer.Close(";");
        writer.Close();
        return new GeneratedFile("EsmsKeyedSends.g.cs", writer.ToString());
    }
}
