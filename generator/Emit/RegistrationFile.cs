namespace Esms.Toolkit.Emit;

/// <summary>The methods that put the root client, and each group by its interface, into a service collection.</summary>
internal static class RegistrationFile
{
    // Extension methods by their classes: a project may have methods of the same names, nearer to the call.
    private const string Connection = Global.EsmsConnectionServiceCollectionExtensions;
    private const string Services = Global.ServiceCollectionServiceExtensions;
    private const string Provider = Global.ServiceProviderServiceExtensions;
    private const string Keyed = Global.ServiceProviderKeyedServiceExtensions;

    private static readonly (string Type, string Name, string Text)[] Sources =
    [
        ($"{Global.Action}<{Global.EsmsOptions}>", "configure", "Sets the options."),
        (Global.IConfiguration, "section", "The section of the configuration that has the options."),
    ];

    public static GeneratedFile Write(IReadOnlyList<string> clients, string root, GeneratorSettings settings)
    {
        var writer = GeneratedFile.Begin("the names of all contracts", settings);
        var method = "Add" + GeneratorSettings.StemOf(root);
        writer.Line();
        writer.Summary($"Registers {root} in a service collection.");
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
        writer.Summary($"Adds {root}, its connection and the interface of each group. The options are validated when the application starts.");
        writer.Parameter("services", "The collection.");
        writer.Parameter(source.Name, source.Text);
        writer.Returns("The builder of the HTTP client, to which handlers can be added.");
        writer.Line($"public static {Global.IHttpClientBuilder} {method}(this {Global.IServiceCollection} services, {source.Type} {source.Name})");
        writer.Open();
        writer.Line($"{Global.IHttpClientBuilder} builder = {Connection}.AddEsmsConnection(services, null, {source.Name});");
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
        writer.Returns("The builder of the HTTP client, to which handlers can be added.");
        writer.Line(
            $"public static {Global.IHttpClientBuilder} {method}(this {Global.IServiceCollection} services, string name, {source.Type} {source.Name})"
        );
        writer.Open();
        writer.Line($"{Global.EsmsGuard}.NotEmpty(name, nameof(name));");
        writer.Line($"{Global.IHttpClientBuilder} builder = {Connection}.AddEsmsConnection(services, name, {source.Name});");
        writer.Line("Register(services, name);");
        writer.Line("return builder;");
        writer.Close();
        writer.Line();
    }

    private static void EmitRegister(SourceWriter writer, IEnumerable<string> clients, string root)
    {
        writer.Line($"private static void Register({Global.IServiceCollection} services)");
        writer.Open();
        writer.Line(
            $"{Services}.AddSingleton(services, static provider => new {root}({Provider}.GetRequiredService<{Global.EsmsConnection}>(provider)));"
        );
        foreach (var client in clients)
            writer.Line($"{Services}.AddSingleton(services, static provider => {Provider}.GetRequiredService<{root}>(provider).{client});");
        writer.Close();
    }

    private static void EmitRegisterNamed(SourceWriter writer, IEnumerable<string> clients, string root)
    {
        writer.Line($"private static void Register({Global.IServiceCollection} services, string name)");
        writer.Open();
        writer.Line(
            $"{Services}.AddKeyedSingleton(services, name, static (provider, key) => new {root}({Keyed}.GetRequiredKeyedService<{Global.EsmsConnection}>(provider, key)));"
        );
        foreach (var client in clients)
            writer.Line(
                $"{Services}.AddKeyedSingleton(services, name, static (provider, key) => {Keyed}.GetRequiredKeyedService<{root}>(provider, key).{client});"
            );
        writer.Close();
    }
}
