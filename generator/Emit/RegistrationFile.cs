namespace Esms.Toolkit.Emit;

/// <summary>The methods that put the root client, and each group by its interface, into a service collection.</summary>
internal static class RegistrationFile
{
    private static readonly (string Type, string Name, string Text)[] Sources =
    [
        ("Action<EsmsOptions>", "configure", "Sets the options."),
        ("IConfiguration", "section", "The section of the configuration that has the options."),
    ];

    public static GeneratedFile Write(IReadOnlyList<string> clients, string root, GeneratorSettings settings)
    {
        var writer = GeneratedFile.Begin(
            "the names of all contracts",
            settings,
            "System",
            "Esms",
            "Esms.Runtime",
            "Microsoft.Extensions.Configuration",
            "Microsoft.Extensions.DependencyInjection"
        );
        var method = "Add" + (root.EndsWith("Client", StringComparison.Ordinal) ? root.Substring(0, root.Length - "Client".Length) : root);
        writer.Line();
        writer.Summary($"Puts {root} into a service collection.");
        writer.Line($"public static class {root}ServiceCollectionExtensions");
        writer.Open();
        foreach (var source in Sources)
            EmitAdd(writer, root, method, source);
        foreach (var source in Sources)
            EmitAddNamed(writer, root, method, source);
        EmitRegister(writer, clients, root);
        writer.Line();
        EmitRegisterNamed(writer, clients, root);
        writer.Close();
        return new GeneratedFile($"{root}.Registration.g.cs", writer.ToString());
    }

    private static void EmitAdd(SourceWriter writer, string root, string method, (string Type, string Name, string Text) source)
    {
        writer.Summary($"Adds {root}, its connection and the interface of each group. The options are checked when the application starts.");
        writer.Parameter("services", "The collection.");
        writer.Parameter(source.Name, source.Text);
        writer.Returns("The builder of the HTTP client under the connection, to which handlers can be added.");
        writer.Line($"public static IHttpClientBuilder {method}(this IServiceCollection services, {source.Type} {source.Name})");
        writer.Open();
        writer.Line($"var builder = services.AddEsmsConnection(null, {source.Name});");
        writer.Line("Register(services);");
        writer.Line("return builder;");
        writer.Close();
        writer.Line();
    }

    private static void EmitAddNamed(SourceWriter writer, string root, string method, (string Type, string Name, string Text) source)
    {
        writer.Summary($"Adds {root} for one of several accounts, as keyed services under its name.");
        writer.Parameter("services", "The collection.");
        writer.Parameter("name", "The name of the account.");
        writer.Parameter(source.Name, source.Text);
        writer.Returns("The builder of the HTTP client under the connection, to which handlers can be added.");
        writer.Line($"public static IHttpClientBuilder {method}(this IServiceCollection services, string name, {source.Type} {source.Name})");
        writer.Open();
        writer.Line("EsmsGuard.NotEmpty(name, nameof(name));");
        writer.Line($"var builder = services.AddEsmsConnection(name, {source.Name});");
        writer.Line("Register(services, name);");
        writer.Line("return builder;");
        writer.Close();
        writer.Line();
    }

    private static void EmitRegister(SourceWriter writer, IEnumerable<string> clients, string root)
    {
        writer.Line("private static void Register(IServiceCollection services)");
        writer.Open();
        writer.Line($"services.AddSingleton(static provider => new {root}(provider.GetRequiredService<EsmsConnection>()));");
        foreach (var client in clients)
            writer.Line($"services.AddSingleton(static provider => provider.GetRequiredService<{root}>().{client});");
        writer.Close();
    }

    private static void EmitRegisterNamed(SourceWriter writer, IEnumerable<string> clients, string root)
    {
        writer.Line("private static void Register(IServiceCollection services, string name)");
        writer.Open();
        writer.Line(
            $"services.AddKeyedSingleton(name, static (provider, key) => new {root}(provider.GetRequiredKeyedService<EsmsConnection>(key)));"
        );
        foreach (var client in clients)
            writer.Line($"services.AddKeyedSingleton(name, static (provider, key) => provider.GetRequiredKeyedService<{root}>(key).{client});");
        writer.Close();
    }
}
