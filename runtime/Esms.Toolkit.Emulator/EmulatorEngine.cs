using Esms.Toolkit.Reader;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Esms.Emulator;

/// <summary>The emulator without its server: what it remembers, and what can be done to it. A page, an API or a test works with this.</summary>
public sealed class EmulatorEngine : IDisposable
{
    private readonly AccountTable _accounts;
    private readonly EmulatorWorld _world;
    private readonly MessageStore _store;
    private readonly FaultDice _dice;
    private readonly HashSet<string> _operations;

    /// <summary>Makes an engine.</summary>
    /// <param name="options">How.</param>
    /// <param name="logger">Where exceptions go; null for nowhere.</param>
    /// <exception cref="InvalidDataException">A contract is wrong; the message has the file, the place and the reason.</exception>
    /// <exception cref="ArgumentException">An option cannot be used; the message names it.</exception>
    public EmulatorEngine(EsmsEmulatorOptions options, ILogger<EmulatorEngine>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        OptionsCheck.Throw(options);
        _accounts = new AccountTable(options);
        Clock = options.Clock ?? EmulatorClock.Running();
        var library = ContractLibrary.Load(options.ContractFolder);
        _operations = library.Endpoints.Select(static endpoint => endpoint.Operation).ToHashSet(StringComparer.Ordinal);
        FaultCheck.Throw(options.Faults, _operations);
        _store = new MessageStore(options.DataFile, Clock, options.MaxMessages, options.MaxBytes);
        _world = new EmulatorWorld(options, Clock, library, _store, new ChangeFeed(Clock));
        _dice = new FaultDice(options.Faults);
        Messages = new EmulatedMessageCollection(_store, Clock);
        Actions = new EmulatorActions(_world);
        Contracts = new EmulatedContractCollection(library);
        Behaviours = [.. library.Endpoints.Select(static endpoint => new EndpointBehaviour(endpoint))];
        Callbacks = new CallbackSender(_world, _dice);
        Handler = new RequestHandler(this, _world, _dice, logger ?? NullLogger<EmulatorEngine>.Instance);
    }

    /// <summary>The time of the emulator.</summary>
    public EmulatorClock Clock { get; }

    /// <summary>The accounts, the main one first.</summary>
    public IReadOnlyList<EmulatorAccount> Accounts => _accounts.All;

    /// <summary>The messages that were accepted.</summary>
    public EmulatedMessageCollection Messages { get; }

    /// <summary>What can be done to a message.</summary>
    public EmulatorActions Actions { get; }

    /// <summary>The operations and their fields.</summary>
    public EmulatedContractCollection Contracts { get; }

    /// <summary>The latest requests, the oldest first; a thousand are kept.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => Log.Latest;

    /// <summary>What goes wrong; a new script begins from its start. A script that is changed after that must be set again.</summary>
    /// <exception cref="ArgumentException">A rule cannot be; the message names it. The script of before stays.</exception>
    public FaultScript Faults
    {
        get => _dice.Script;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            FaultCheck.Throw(value, _operations);
            _dice.Script = value;
        }
    }

    internal RequestLog Log { get; } = new();

    internal IReadOnlyList<EndpointBehaviour> Behaviours { get; }

    internal CallbackSender Callbacks { get; }

    internal RequestHandler Handler { get; }

    internal EsmsEmulatorOptions Options => _world.Options;

    internal ChangeFeed Feed => _world.Changes;

    /// <summary>What an account has left, in đồng.</summary>
    /// <param name="account">One of <see cref="Accounts"/>.</param>
    /// <returns>The balance.</returns>
    public decimal BalanceOf(EmulatorAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return _world.Store.Ledger.BalanceOf(account);
    }

    /// <summary>The account with a name, which is made when there is none.</summary>
    internal EmulatorAccount AccountNamed(string name) => _accounts.GetOrAdd(name);

    /// <summary>What happens from now on, as it happens.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The changes. One who reads too slowly misses some.</returns>
    public IAsyncEnumerable<EmulatorChange> ListenAsync(CancellationToken cancellationToken = default) =>
        _world.Changes.ListenAsync(cancellationToken);

    /// <summary>Makes all callbacks that are due, and waits for them.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Completes when none is due any more.</returns>
    public Task SettleAsync(CancellationToken cancellationToken = default) => Callbacks.SettleAsync(cancellationToken);

    /// <summary>
    /// Tells what the next call of an operation gets, whatever it asks for: a sample of its contract, a refusal for example. Several are
    /// given in turn. Calls with wrong keys are refused as ever, and nothing is stored.
    /// </summary>
    /// <param name="operation">The operation, such as SendCustomerCare.</param>
    /// <param name="sample">The name of the sample, as the contract has it.</param>
    /// <exception cref="ArgumentException">There is no contract of this operation, or no such sample in it; the message lists those there are.</exception>
    public void AnswerNext(string operation, string sample)
    {
        var behaviour =
            Behaviours.FirstOrDefault(behaviour => behaviour.Endpoint.Operation == operation)
            ?? throw new ArgumentException($"No contract has the operation {operation}.", nameof(operation));
        if (!behaviour.AnswerNext(sample))
            throw new ArgumentException(
                $"{operation} has no sample with this name; it has: {string.Join(", ", behaviour.Endpoint.Samples.Select(static known => $"\"{known.Name}\""))}.",
                nameof(sample)
            );
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Callbacks.Dispose();
        _store.Dispose();
    }
}
