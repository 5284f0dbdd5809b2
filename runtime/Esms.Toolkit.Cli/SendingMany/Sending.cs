namespace Esms.Cli;

/// <summary>What was decided to be sent.</summary>
/// <param name="Order">What the user asked for.</param>
/// <param name="Name">The name of the campaign.</param>
/// <param name="Content">What the file has.</param>
/// <param name="Known">What the outbox has had.</param>
/// <param name="Plan">What goes out, as it is shown.</param>
/// <param name="Selection">The rows that go out.</param>
internal sealed record Sending(SendManyOrder Order, string Name, FileContent Content, KnownRows Known, SendManyPlan Plan, RowSelection Selection);
