namespace Esms.Toolkit.Hostile.Sends;

/// <summary>Makes one send, as a careful caller does, and tells what became of it.</summary>
/// <param name="esms">The client.</param>
internal sealed class HostileSend(EsmsClient esms)
{
    private const int MostSettles = 50;

    private const int MostTries = 4;

    private readonly EsmsClient[] _clients = [.. Enumerable.Range(1, MostTries).Select(tries => esms.With(new EsmsCallOptions { MaxTries = tries }))];

    /// <summary>Sends have one to four tries: those with few of them end more often without an answer.</summary>
    public async Task<Verdict> RunAsync(int send)
    {
        Road.Begin(new SendTries(send));
        try
        {
            return Of(send, await _clients[send / 2 % MostTries].Sms.SendCustomerCareAsync(Messages.Make(send)));
        }
        catch (EsmsOutcomeUnknownException unknown)
        {
            return await SettleAsync(send, unknown) with { WasUnknown = true };
        }
#pragma warning disable CA1031 // Whatever it is, it is told.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Of(send, exception);
        }
    }

    private static async Task<Verdict> SettleAsync(int send, EsmsOutcomeUnknownException unknown)
    {
        for (var i = 0; i < MostSettles; i++)
        {
            try
            {
                return Of(send, await unknown.SettleAsync());
            }
            catch (EsmsOutcomeUnknownException still)
            {
                unknown = still;
            }
#pragma warning disable CA1031 // Whatever it is, it is told.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                return Of(send, exception);
            }
        }
        return new Verdict(send, Ending.NeverSettled, Detail: unknown.Message);
    }

    private static Verdict Of(int send, EsmsSendResponse answer) =>
        answer switch
        {
            { WasAlreadyAccepted: true } => new Verdict(send, Ending.AlreadyAccepted),
            SendCustomerCareResponse { SmsId: var id } when id == Messages.SmsIdOf(send) => new Verdict(send, Ending.Accepted),
            _ => new Verdict(send, Ending.Accepted, Detail: $"the answer of another send: {(answer as SendCustomerCareResponse)?.SmsId}"),
        };

    private static Verdict Of(int send, Exception exception) =>
        exception switch
        {
            // The service is busy for as long as there are tries: a refusal, and nothing was sent.
            EsmsApiException { Code: EsmsResultCode.TooManyRequests } => new Verdict(send, Ending.NotSent),
            EsmsApiException => new Verdict(send, Ending.Refused, Detail: Messages.IsRefused(send) ? null : exception.Message),
            EsmsTransportException => new Verdict(send, Ending.NotSent),
            _ => new Verdict(send, Ending.Undefined, Detail: exception.ToString()),
        };
}
