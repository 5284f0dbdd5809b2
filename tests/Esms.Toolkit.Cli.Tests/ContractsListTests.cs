namespace Esms.Cli.Tests;

public sealed class ContractsListTests
{
    [Fact]
    public void Every_operation_has_a_line()
    {
        using var output = new StringWriter();
        Assert.Equal(0, EsmsCommand.Create().Parse(["contracts", "list"]).Invoke(new() { Output = output }));
        Assert.Contains(output.ToString().Split('\n'), static line => line.StartsWith("GetSendStatus ", StringComparison.Ordinal));
    }
}
