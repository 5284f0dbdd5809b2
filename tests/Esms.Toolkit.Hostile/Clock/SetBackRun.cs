using Esms.Toolkit.Peers;

namespace Esms.Toolkit.Hostile.Clock;

/// <summary>
/// Loses the answer to a send, waits until somebody has changed the clock of this process, and tries to settle. It says what it finds in lines that a
/// test reads.
/// </summary>
internal static class SetBackRun
{
    public const string Verb = "clock";

    /// <param name="address">A service that loses the first answer.</param>
    public static async Task RunAsync(Uri address)
    {
        using var esms = new EsmsClient(
            new EsmsOptions
            {
                ApiKey = Published.ApiKey,
                SecretKey = Published.SecretKey,
                BaseAddress = address,
                MaxTries = 1,
            }
        );
        var result = await esms.Sms.TrySendAsync(
            new SendCustomerCareRequest
            {
                Brandname = "Baotrixemay",
                Phone = "0901888484",
                Content = "686868 la ma xac minh",
                RequestId = "order-1",
            }
        );
        var unknown = result.UnknownOutcome ?? throw new InvalidOperationException("The answer was not lost.");
        Console.WriteLine($"{DateTimeOffset.UtcNow:O} {unknown.CanSettle}");
        await Console.In.ReadLineAsync();
        Console.WriteLine($"{DateTimeOffset.UtcNow:O} {unknown.CanSettle}");
        try
        {
            await unknown.SettleAsync();
            Console.WriteLine("settled");
        }
        catch (InvalidOperationException exception)
        {
            Console.WriteLine(exception.Message);
        }
    }
}
