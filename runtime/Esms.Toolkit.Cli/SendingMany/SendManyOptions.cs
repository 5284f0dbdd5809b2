using System.CommandLine;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli;

/// <summary>The command line of <c>esms send-many</c>.</summary>
internal static class SendManyOptions
{
    public const string Outbox = "--outbox";
    public const string Campaign = "--campaign";
    public const string CancelName = "--cancel";
    public const string OnlyNew = "--only-new";
    public const string AllowRepeats = "--allow-repeats";

    public static readonly Argument<string> Source = new("file.csv")
    {
        Description =
            "The messages: columns phone and content, and others that are named as the parameters of the operation. The first line has the names. "
            + "- is the standard input.",
    };
    public static readonly Option<string> OperationName = new("--operation")
    {
        HelpName = "name",
        Description = "What each row is sent by. SendCustomerCare when it is not given.",
        DefaultValueFactory = static _ => "SendCustomerCare",
    };
    public static readonly Option<string> Brand = new("--brand")
    {
        HelpName = "brandname",
        Description = "The registered name that the recipients see as the sender.",
    };
    public static readonly Option<string[]> Set = new("--set")
    {
        HelpName = "name=value",
        Description = "A value for every row that has none of its own. It can be given several times.",
    };
    public static readonly Option<string[]> Ignore = new("--ignore")
    {
        HelpName = "column",
        Description = "A column that is not sent. It can be given several times.",
    };
    public static readonly Option<bool> Fold = new("--fold")
    {
        Description = "Sends the texts without Vietnamese marks, and with plain quotes and dashes.",
    };
    public static readonly Option<string[]> Price = PriceOption.Create();
    public static readonly Option<decimal?> MaxCost = new("--max-cost") { HelpName = "đồng", Description = "Sends nothing when it would cost more." };
    public static readonly Option<long?> MaxMessages = new("--max-messages")
    {
        HelpName = "number",
        Description = "Sends nothing when there are more.",
    };
    public static readonly Option<int> MaxSegments = new("--max-segments")
    {
        HelpName = "number",
        Description = "How many SMS one message may take. A row with a longer text is an error.",
        DefaultValueFactory = static _ => 5,
    };
    public static readonly Option<bool> Sandbox = new("--sandbox") { Description = Trials.Description };

    public static readonly Option<string> CampaignName = new(Campaign)
    {
        HelpName = "name",
        Description =
            "The name of this sending. Without it, its rows are its name: the same file goes on where it was cut off, and is sent once. A new name sends "
            + "the file as another campaign, also to numbers that have a message already.",
    };
    public static readonly Option<string> OutboxFile = new(Outbox)
    {
        HelpName = "file",
        Description = "Where the messages wait. Beside the CSV file when it is not given.",
    };
    public static readonly Option<string> Via = new("--via")
    {
        HelpName = "amqp://…",
        Description =
            "A RabbitMQ server, such as amqps://user@host/vhost: the messages wait there, and esms worker processes send them. "
            + $"Its password is read from {BrokerAddress.Password}.",
    };
    public static readonly Option<string> OutboxName = OutboxNameOption.Create();
    public static readonly Option<string> Results = new("--results")
    {
        HelpName = "file.csv",
        Description = "Writes what became of each row, when all have been sent.",
    };
    public static readonly Option<bool> SkipRepeats = new(OnlyNew)
    {
        Description = "Leaves out messages to numbers that have one already: of another campaign in the outbox, or of a row before.",
    };
    public static readonly Option<bool> SendRepeats = new(AllowRepeats)
    {
        Description = "Sends also to numbers that have a message already. Without this, nothing is sent while there are some.",
    };
    public static readonly Option<bool> Cancel = new(CancelName)
    {
        Description = "Sends nothing, and ends what waits in the outbox of the file: all campaigns that were cut off, or the one of --campaign.",
    };
    public static readonly Option<int> InFlight = InFlightOption.Create();
    public static readonly Option<bool> Yes = new("--yes", "-y")
    {
        Description = "Sends without a question. Nobody gets a second message by this alone.",
    };

    public static IReadOnlyList<Option> All { get; } =
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
        SkipRepeats,
        SendRepeats,
        Cancel,
        OutboxFile,
        Via,
        OutboxName,
        Results,
        InFlight,
        Sandbox,
        Yes,
    ];

    /// <summary>An option that would change nothing is an error: whoever names an account or a server means that it is used.</summary>
    /// <exception cref="UsageException">Options contradict each other.</exception>
    public static void Check(ParseResult result, ServiceOptions service)
    {
        if (result.GetValue(Via) is null && IsGiven(OutboxName))
            throw new UsageException($"{OutboxName.Name} is that of an outbox on a broker, and there is no {Via.Name}.");
        Option[] others = [OutboxFile, InFlight, service.BaseAddress, service.OptionsFile, service.Timeout, service.MaxTries];
        if (result.GetValue(Via) is not null && Array.Find(others, IsGiven) is { } option)
            throw new UsageException($"{option.Name} does not go with {Via.Name}: workers send the messages, with options of their own.");
        Option[] looks = [SkipRepeats, Cancel];
        if (result.GetValue(Via) is not null && Array.Find(looks, IsGiven) is { } look)
            throw new UsageException($"{look.Name} does not go with {Via.Name}: a broker cannot be asked which messages it has had.");
        Option[] choices = [SkipRepeats, SendRepeats, Cancel];
        if (choices.Where(IsGiven).Take(2).ToList() is [var one, var other])
            throw new UsageException($"{one.Name} cannot be combined with {other.Name}.");

        bool IsGiven(Option option) => result.GetResult(option) is { Implicit: false };
    }

    public static SendManyOrder ReadOrder(ParseResult result, OperationCatalog catalog, SourceCopy source)
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
            Repeats =
                result.GetValue(SkipRepeats) ? RepeatChoice.LeaveOut
                : result.GetValue(SendRepeats) ? RepeatChoice.Send
                : RepeatChoice.Refuse,
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
            always.Add(FieldOf("Brandname", Brand.Name, operation), Given.Text(Brand.Name, Check(Brand.Name, brand)));
        foreach (var text in result.GetValue(Set) ?? [])
        {
            if (text.Split('=', 2) is not [var name, var value])
                throw new UsageException($"{Set.Name}: '{text}' is no name=value.");
            always[FieldOf(name, Set.Name, operation)] = Given.Text($"{Set.Name} {name}", Check($"{Set.Name} {name}", value));
        }
        return always;
    }

    private static string Check(string option, string value) =>
        CellText.FindProblem(value) is { } problem ? throw new UsageException($"{option}: {problem}") : value;

    private static Field FieldOf(string name, string option, Operation operation) =>
        RowColumns.Find(name, operation)
        ?? throw new UsageException(
            $"{option}: there is no '{name}' in {operation.Name}.",
            $"esms contracts show {operation.Name} tells its fields."
        );
}
