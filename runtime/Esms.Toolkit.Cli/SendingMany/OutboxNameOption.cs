using System.CommandLine;

namespace Esms.Cli;

/// <summary>Which of the outboxes on a broker is meant.</summary>
internal static class OutboxNameOption
{
    public const string Name = "--name";
    public const string Default = "esms";

    public static Option<string> Create() =>
        new(Name)
        {
            HelpName = "name",
            Description = $"The name of the outbox on the broker, as it was given to UseRabbitMq. {Default} when it is not given.",
            DefaultValueFactory = static _ => Default,
        };
}
