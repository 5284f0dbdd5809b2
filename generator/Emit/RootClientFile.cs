namespace Esms.Toolkit.Emit;

/// <summary>The class that has every client of the project as a property.</summary>
internal static class RootClientFile
{
    public static GeneratedFile Write(IReadOnlyList<string> clients, string root, GeneratorSettings settings)
    {
        var writer = GeneratedFile.Begin("the names of all contracts", settings);
        writer.Line();
        writer.Summary("All calls to eSMS, in groups. Thread-safe: create one for each account and keep it.");
        writer.Line($"public sealed class {root} : {Global.IDisposable}");
        writer.Open();
        writer.Line("private readonly bool _ownsConnection;");
        writer.Line();
        EmitConstructors(writer, clients, root);
        writer.Line();
        writer.Summary("Gets the connection that all groups share. Clients of your own contracts take it too.");
        writer.Line($"public {Global.EsmsConnection} Connection {{ get; }}");
        foreach (var client in clients)
        {
            writer.Line();
            writer.Summary($"The calls of the group {client}.");
            writer.Line($"public {CSharp.ClientInterface(client)} {client} {{ get; }}");
        }
        writer.Line();
        writer.Summary("Creates a client with other limits. It shares the connection of this one, and is closed with it.");
        writer.Parameter("options", "The options that differ.");
        writer.Returns("The client. It need not be disposed.");
        writer.Throws(Global.ArgumentException, "A value is out of range.");
        writer.Line($"public {root} With({Global.EsmsCallOptions} options) => new(Connection.With(options));");
        writer.Line();
        writer.Summary("Closes the connection, if this object created it.");
        writer.Line("public void Dispose()");
        writer.Open();
        writer.Line("if (_ownsConnection)");
        writer.Continuation("Connection.Dispose();");
        writer.Close();
        writer.Close();
        return new GeneratedFile($"{root}.g.cs", writer.ToString());
    }

    private static void EmitConstructors(SourceWriter writer, IEnumerable<string> clients, string root)
    {
        writer.Summary("Creates a client with a connection of its own.");
        writer.Parameter("options", "The account. The values are copied, so a later change has no effect.");
        writer.Throws(Global.ArgumentException, "An option is missing or out of range; the message names it and never shows its value.");
        writer.Line($"public {root}({Global.EsmsOptions} options)");
        writer.Continuation($": this(new {Global.EsmsConnection}(options)) =>");
        writer.Continuation("_ownsConnection = true;");
        writer.Line();
        writer.Summary("Creates a client over a shared connection.");
        writer.Parameter("connection", "The connection. The client does not dispose it.");
        writer.Line($"public {root}({Global.EsmsConnection} connection)");
        writer.Open();
        writer.Line("Connection = connection;");
        foreach (var client in clients)
            writer.Line($"{client} = new {CSharp.ClientType(client)}(connection);");
        writer.Close();
    }
}
