using System.CommandLine;
using Esms.Toolkit.Contract.Model;

namespace Esms.Cli;

/// <summary><c>esms send-many</c>: a message for each row of a file, after a look at all of them and a question.</summary>
internal static class SendManyCommand
{
    public const string Name = "send-many";

    private static readonly Argument<string> Source = new("file.csv")
    {
        Description =
            "The messages: columns phone and content, and others that are named as the parameters of the operation. The first line has the names.",
    };
    private static readonly Option<string> OperationName = new("--operation")
    {
        HelpName = "name",
        Description = "What each row is sent by. SendCustomerCare when it is not given.",
        DefaultValueFactory = static _ => "SendCustomerCare",
    };
    private static readonly Option<string> Brand = new("--brand")
    {
        HelpName = "brandname",
        Description = "The registered name that the recipients see as the sender.",
    };
    private static readonly Option<string[]> Set = new("--set")
    {
        HelpName = "name=value",
        Description = "A value for every row that has none of its own. It can be given several times.",
    };
    private static readonly Option<string[]> Ignore = new("--ignore")
    {
        HelpName = "column",
        Description = "A column that is not sent. It can be given several times.",
    };
    private static readonly Option<bool> Fold = new("--fold")
    {
        Description = "Sends the texts without Vietnamese marks, and with plain quotes and dashes.",
    };
    private static readonly Option<string[]> Price = PriceOption.Create();
    private static readonly Option<decimal?> MaxCost = new("--max-cost")
    {
        HelpName = "đồng",
        Description = "Sends nothing when it would cost more.",
    };
    private static readonly Option<long?> MaxMessages = new("--max-messages")
    {
        HelpName = "number",
        Description = "Sends nothing when there are more.",
    };
    private static readonly Option<int> MaxSegments = new("--max-segments")
    {
        HelpName = "number",
        Description = "How many SMS one message may take. A row with a longer text is an error.",
        DefaultValueFactory = static _ => 5,
    };
    private static readonly Option<bool> Sandbox = new("--sandbox") { Description = Trials.Description };

    private static readonly Option<string> CampaignName = new("--campaign")
    {
        HelpName = "name",
        Description =
            "What tells this sending from others. Without it, the content of the file does: the same command again goes on where it was cut off, and "
            + "sends nothing twice.",
    };
    private static readonly Option<string> OutboxFile = new("--outbox")
    {
        HelpName = "file",
        Description = "Where the messages wait. Beside the CSV file when it is not given.",
    };
    private static readonly Option<string> Via = new("--via")
    {
        HelpName = "amqp://…",
        Description =
            "A RabbitMQ server, such as amqps://user@host/vhost: the messages wait there, and esms worker processes send them. "
            + $"Its password is read from {BrokerAddress.Password}.",
    };
    private static readonly Option<string> OutboxName = OutboxNameOption.Create();
    private static readonly Option<string> Results = new("--results")
    {
        HelpName = "file.csv",
        Description = "Writes what became of each row, when all have been sent.",
    };
    private static readonly Option<int> InFlight = InFlightOption.Create();
    private static readonly Option<bool> Yes = new("--yes", "-y") { Description = "Sends without a question." };

    public static Command Create()
    {
        var service = new ServiceOptions();
        var contracts = ContractsOption.Create();
        var command = new Command(Name, "Sends a message for each row of a CSV file, each of them once, and resumes where it was cut off.")
        {
            Source,
        };
        foreach (
            var option in (Option[])
                [
                    OperationName,
                    Brand,
                    Set,
                    Ignore,
                    Fold,
                    Price,
                    MaxCost,
                    MaxMessages,
                    MaxSegments,
                    CampaignName,
                    OutboxFile,
                    Via,
                    OutboxName,
                    Results,
                    InFlight,
                    Sandbox,
                    Yes,
                    contracts,
                ]
        )
            command.Add(option);
        service.AddTo(command);
        service.DryRun.Description = "Checks the whole file, tells what it comes to, and sends nothing.";
        command.SetAction((result, cancellation) => RunAsync(result, OperationCatalog.Open(result.GetValue(contracts)), service, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult result, OperationCatalog catalog, ServiceOptions service, CancellationToken cancellation)
    {
        try
        {
            CheckOutbox(result, service);
            using var source = await SourceCopy.TakeAsync(result.GetValue(Source)!, cancellation).ConfigureAwait(false);
            var order = ReadOrder(result, catalog, source);
            if (result.GetValue(Results) is { } results)
                ResultsFile.Check(results);
            var plan = SendManyPlan.Make(order, cancellation);
            ShowPlan(plan, order, result, service);
            plan.CheckLimits();
            return result.GetValue(service.DryRun)
                ? ExitCodes.Success
                : await SendAsync(plan, order, result, service, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            result.InvocationConfiguration.Error.WriteLine("Cancelled. Nothing was sent.");
            return ExitCodes.Canceled;
        }
    }

    /// <summary>With --json, what is printed is one object: that of the plan when nothing is sent, else that of the end.</summary>
    private static void ShowPlan(SendManyPlan plan, SendManyOrder order, ParseResult result, ServiceOptions service)
    {
        var output = result.InvocationConfiguration.Output;
        if (!result.GetValue(service.Json))
            PlanReport.Write(plan, order, output);
        else if (result.GetValue(service.DryRun))
            output.WriteLine(JsonOutput.Object(writer => PlanReport.WriteJson(writer, plan)));
    }

    private static async Task<int> SendAsync(
        SendManyPlan plan,
        SendManyOrder order,
        ParseResult result,
        ServiceOptions service,
        CancellationToken cancellation
    )
    {
        var name = Campaign.NameOf(plan, order, result.GetValue(CampaignName));
        var error = result.InvocationConfiguration.Error;
        var outbox = order.Via is null
            ? OpenFile(order, result, service)
            : Outbox.OpenWithoutWorker(builder => order.Via.Use(builder).WithoutWorker());
        await using (outbox.ConfigureAwait(false))
        {
            Campaign campaign = order.Via is null
                ? new FileCampaign(order, name, outbox, error)
                : new BrokerCampaign(plan, order, name, order.Via, outbox, error);
            try
            {
                return await SendAsync(campaign, plan, order, result, service, cancellation).ConfigureAwait(false);
            }
            catch (Exception exception) when (campaign.Explain(exception) is { } problem)
            {
                error.WriteLine($"{problem.Text} {campaign.WhatNow}");
                return problem.ExitCode;
            }
        }
    }

    private static async Task<int> SendAsync(
        Campaign campaign,
        SendManyPlan plan,
        SendManyOrder order,
        ParseResult result,
        ServiceOptions service,
        CancellationToken cancellation
    )
    {
        if (await campaign.IsToEnqueueAsync(cancellation).ConfigureAwait(false))
        {
            if (!result.GetValue(Yes) && !order.IsTrial && !Confirms(plan, order))
            {
                result.InvocationConfiguration.Error.WriteLine("Nothing was sent.");
                return ExitCodes.Declined;
            }
            await campaign.EnqueueAsync(cancellation).ConfigureAwait(false);
        }
        var progress = await campaign.SendAsync(cancellation).ConfigureAwait(false);
        var code = CampaignReport.Write(progress, campaign, plan, result, service);
        return progress.Left == 0 && result.GetValue(Results) is { } results && !await WritesAsync(results, campaign, result).ConfigureAwait(false)
            ? Math.Max(code, ExitCodes.Found)
            : code;
    }

    /// <summary>Everything has been sent by now, and the exit code must not say that nothing was.</summary>
    private static async Task<bool> WritesAsync(string results, Campaign campaign, ParseResult result)
    {
        try
        {
            await ResultsFile.WriteAsync(results, campaign.Results).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            result.InvocationConfiguration.Error.WriteLine($"The messages were sent, and the results could not be written: {exception.Message}");
            return false;
        }
    }

    private static Outbox OpenFile(SendManyOrder order, ParseResult result, ServiceOptions service)
    {
        var account = Account.Read(result, service);
        if (order.Source.IsPipe && result.GetValue(OutboxFile) is null)
            throw new UsageException($"{OutboxFile.Name} is missing: a pipe has no place beside which the messages could wait.");
        var file = result.GetValue(OutboxFile) ?? $"{order.Source.Source}.outbox";
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))))
            throw new UsageException($"{OutboxFile.Name}: there is no folder for {file}.");
        return Outbox.Open(account, [order.Operation], InFlightOption.Read(result, InFlight), builder => builder.UseSqlite(file));
    }

    /// <summary>An option that would change nothing is an error: whoever names an account or a server means that it is used.</summary>
    private static void CheckOutbox(ParseResult result, ServiceOptions service)
    {
        if (result.GetValue(Via) is null && IsGiven(OutboxName))
            throw new UsageException($"{OutboxName.Name} is that of an outbox on a broker, and there is no {Via.Name}.");
        Option[] others = [OutboxFile, InFlight, service.BaseAddress, service.OptionsFile, service.Timeout, service.MaxTries];
        if (result.GetValue(Via) is not null && Array.Find(others, IsGiven) is { } option)
            throw new UsageException($"{option.Name} does not go with {Via.Name}: workers send the messages, with options of their own.");

        bool IsGiven(Option option) => result.GetResult(option) is { Implicit: false };
    }

    private static bool Confirms(SendManyPlan plan, SendManyOrder order) =>
        Confirmation.Ask(
            $"Send {Money.Number(plan.Total.Messages)} messages ({Money.Number(plan.Total.Segments)} SMS, {PlanReport.Cost(plan.Total)}) by {order.Operation.Name}? "
                + "It costs money and cannot be called back.",
            Yes.Name
        );

    private static SendManyOrder ReadOrder(ParseResult result, OperationCatalog catalog, SourceCopy source)
    {
        var operation = SendManyOperation.Get(result.GetValue(OperationName)!, catalog);
        return new SendManyOrder
        {
            Source = source,
            Operation = operation,
            MessageType = SendManyOperation.MessageTypeOf(operation),
            Always = ReadAlways(result, operation),
            Ignored = result.GetValue(Ignore) ?? [],
            Folds = result.GetValue(Fold),
            IsTrial = result.GetValue(Sandbox),
            Via = result.GetValue(Via) is { } address ? BrokerOutbox.Read(address, result.GetValue(OutboxName)!) : null,
            Prices = PriceOption.Read(result.GetValue(Price) ?? []),
            MaxCost = result.GetValue(MaxCost),
            MaxMessages = result.GetValue(MaxMessages),
            MaxSegments = result.GetValue(MaxSegments),
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

    private static Field FieldOf(string name, string option, Operation operation) =>
        RowColumns.Find(name, operation)
        ?? throw new UsageException(
            $"{option}: there is no '{name}' in {operation.Name}.",
            $"esms contracts show {operation.Name} tells its fields."
        );
}
