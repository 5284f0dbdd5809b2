namespace Esms.Toolkit.Emit;

/// <summary>The frame of each client; the methods stand in the files of their endpoints.</summary>
internal static class ClientsFile
{
    public static GeneratedFile Write(EndpointIndex index, GeneratorSettings settings)
    {
        var writer = GeneratedFile.Begin("the names of all contracts", settings);
        foreach (var client in index.Clients)
        {
            EmitInterface(writer, client);
            EmitClass(writer, client);
        }
        return new GeneratedFile("Clients.g.cs", writer.ToString());
    }

    private static void EmitInterface(SourceWriter writer, string client)
    {
        writer.Line();
        writer.Summary($"The calls of the group {client}.");
        writer.Line($"public partial interface {CSharp.ClientInterface(client)}");
        writer.Open();
        writer.Close();
    }

    private static void EmitClass(SourceWriter writer, string client)
    {
        var type = CSharp.ClientType(client);
        writer.Line();
        writer.Summary($"The calls of the group {client}, over a connection to eSMS.");
        writer.Line($"public sealed partial class {type} : {CSharp.ClientInterface(client)}");
        writer.Open();
        writer.Line($"private readonly {Global.EsmsConnection} _connection;");
        writer.Line();
        writer.Summary("Creates a client.");
        writer.Parameter("connection", "The account to call with. The client does not dispose it.");
        writer.Line($"public {type}({Global.EsmsConnection} connection)");
        writer.Open();
        writer.Line($"{Global.EsmsGuard}.NotNull(connection, nameof(connection));");
        writer.Line("_connection = connection;");
        writer.Close();
        writer.Close();
    }
}
