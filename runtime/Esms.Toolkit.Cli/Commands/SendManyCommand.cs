using System.CommandLine;
using Esms.Toolkit.Contract.Model;

namespace Esms.Cli;

/// <summary><c>esms send-many</c>: a message for each row of a file, after a look at all of them and a question.</summary>
internal static class SendManyCommand
{
    public const string Name = "send-many";

    private static readonly Argument<string> Source = new("file.csv")
    {
        Description = "The messages: columns phone and content, and others that are named as the parameters of the operation. The first line has the names.",
    };
    private static readonly Option<string> OperationName = new("--operation")
    {
        HelpName = "name",
        Description = "What each row is sent by. SendCustomerCare when it is not given.",
        DefaultValueFactory = static _ => "SendCustomerCare",
    };
    private static readonly Option<string> Brand = new("--brand") { HelpName = "brandname", Description = "The registered name that the recipients see as the sender." };
    private static readonly Option<string[]> Set = new("--set") { HelpName = "name=value", Description = "A value for every row that has none of its own. It can be given several times." };
    private static readonly Option<string[]> Ignore = new("--ignore") { HelpName = "column", Description = "A column that is not sent. It can be given several times." };
    private static readonly Option<bool> Fold = new("--fold") { Description = "Sends the texts without Vietnamese marks, and with plain quotes and dashes." };
    private static readonly Option<string[]> Price = PriceOption.Create();
    private static readonly Option<decimal?> MaxCost = new("--max-cost") { HelpName = "đồng", Description = "Sends nothing when it would cost more." };
    private static readonly Option<long?> MaxMessages = new("--max-messages") { HelpName = "number", Description = "Sends nothing when there are more." };
    private static readonly Option<bool> Sandbox = new("--sandbox") { Description = "Trials: checked, and neither stored nor sent nor billed." };

    public static Command Create()
    {
        var service = new ServiceOptions();
        var contracts = ContractsOption.Create();
        var command = new Command(Name, "Sends a message for each row of a CSV file, each of them once, and resumes where it was cut off.") { Source };
        foreach (var option in (Option[])[OperationName, Brand, Set, Ignore, Fold, Price, MaxCost, MaxMessages, Sandbox, contracts])
            command.Add(option);
        service.AddTo(command);
        service.DryRun.Description = "Checks the whole file, tells what it comes to, and sends nothing.";
        command.SetAction((result, cancellation) => RunAsync(result, OperationCatalog.Open(result.GetValue(contracts)), service, cancellation));
        return command;
    }

    private static Task<int> RunAsync(ParseResult result, OperationCatalog catalog, ServiceOptions service, CancellationToken cancellation)
    {
        var order = ReadOrder(result, catalog);
        var output = result.InvocationConfiguration.Output;
        var plan = SendManyPlan.Make(order, cancellation);
        if (result.GetValue(service.Json))
            output.WriteLine(JsonOutput.Object(writer => PlanReport.WriteJson(writer, plan)));
        else
            PlanReport.Write(plan, order, output);
        plan.CheckLimits();
        return Task.FromResult(ExitCodes.Success);
    }

    private static SendManyOrder ReadOrder(ParseResult result, OperationCatalog catalog)
    {
        var operation = SendManyOperation.Get(result.GetValue(OperationName)!, catalog);
        return new SendManyOrder
        {
            Path = result.GetValue(Source)!,
            Operation = operation,
            MessageType = SendManyOperation.MessageTypeOf(operation),
            Always = ReadAlways(result, operation),
            Ignored = result.GetValue(Ignore) ?? [],
            Folds = result.GetValue(Fold),
            IsTrial = result.GetValue(Sandbox),
            Prices = PriceOption.Read(result.GetValue(Price) ?? []),
            MaxCost = result.GetValue(MaxCost),
            MaxMessages = result.GetValue(MaxMessages),
        };
    }

    private static Dictionary<Field, Given> ReadAlways(ParseResult result, Operation operation)
    {
        var always = new Dictionary<Field, Given>();
        if (result.GetValue(Brand) is { } brand)
            always.Add(FieldOf("Brandname", Brand.Name, operation), Given.Text(Brand.Name, brand));
        foreach (var text in result.GetValue(Set) ?? [])
        {
            if (text.Split('=', 2) is not [var name, var value])
                throw new UsageException($"{Set.Name}: '{text}' is no name=value.");
            always[FieldOf(name, Set.Name, operation)] = Given.Text($"{Set.Name} {name}", value);
        }
        return always;
    }

    private static Field FieldOf(string name, string option, Operation operation) => RowColumns.Find(name, operation)
        ?? throw new UsageException($"{option}: there is no '{name}' in {operation.Name}.", $"esms contracts show {operation.Name} tells its fields.");
}
