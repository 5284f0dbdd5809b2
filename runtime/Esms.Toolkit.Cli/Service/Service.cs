using System.CommandLine;

namespace Esms.Cli;

/// <summary>The way to eSMS that a command was given, through the runtime with all that it sees to.</summary>
internal sealed class Service : IDisposable
{
    private readonly EsmsConnection _connection;

    private Service(EsmsConnection connection) => _connection = connection;

    /// <exception cref="UsageException">A key is missing, or an option is out of range.</exception>
    public static Service Open(ParseResult command, ServiceOptions service) => new(Connect(Account.Read(command, service), handler: null));

    /// <exception cref="UsageException">An option is out of range.</exception>
    public static EsmsConnection Connect(EsmsOptions options, HttpMessageHandler? handler)
    {
        try
        {
            return new EsmsConnection(options, handler);
        }
        catch (ArgumentException exception)
        {
            throw new UsageException(exception.Message);
        }
    }

    /// <summary>Makes a call, and tells what became of it.</summary>
    /// <param name="isLenient">Whether an answer is taken though it is not what the contract says.</param>
    /// <exception cref="UsageException">The request cannot be sent.</exception>
    public async Task<Outcome> CallAsync(CallRequest request, CancellationToken cancellationToken, bool isLenient = false)
    {
        try
        {
            var endpoint = new CallEndpoint(request.Operation, isLenient);
            return Outcome.Of(request.Operation, await _connection.TrySendAsync(endpoint, request, cancellationToken).ConfigureAwait(false));
        }
        catch (ArgumentException exception)
        {
            throw new UsageException(exception.Message);
        }
        catch (Exception exception) when (Outcome.Of(request.Operation, exception) is { } outcome)
        {
            return outcome;
        }
    }

    public void Dispose() => _connection.Dispose();
}
