namespace Esms.Toolkit.Emit;

/// <summary>The files that know all endpoints by name.</summary>
internal static class IndexFiles
{
    public static IEnumerable<GeneratedFile> Write(EndpointIndex index, GeneratorSettings settings)
    {
        if (index.Entries.Count == 0)
            yield break;
        yield return ClientsFile.Write(index, settings);
        yield return JsonContextFile.Write(index, settings);
        if (index.Entries.Any(static entry => entry.IsKeyed))
            yield return KeyedSendsFile.Write(index, settings);
        if (settings.RootClient is null)
            yield break;
        yield return RootClientFile.Write(index.Clients.ToList(), settings.RootClient, settings);
        yield return RegistrationFile.Write(index.Clients.ToList(), settings.RootClient, settings);
    }
}
