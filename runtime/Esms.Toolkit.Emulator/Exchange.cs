using System.Text.Json.Nodes;
using Esms.Toolkit.Reader;
using Esms.Toolkit.Reader.Model;

namespace Esms.Emulator;

/// <summary>A request, compared with one contract.</summary>
internal sealed class Exchange
{
    private Exchange(EndpointBehaviour behaviour, IReadOnlyDictionary<string, JsonNode?> values, RequestReport report, string? unreadable)
    {
        Behaviour = behaviour;
        Values = values;
        Report = report;
        Unreadable = unreadable;
    }

    public EndpointBehaviour Behaviour { get; }

    public EndpointModel Endpoint => Behaviour.Endpoint;

    public IReadOnlyDictionary<string, JsonNode?> Values { get; }

    public RequestReport Report { get; }

    /// <summary>Why it cannot be read; null when it can.</summary>
    public string? Unreadable { get; }

    /// <summary>Who asks; null until the keys are found right.</summary>
    public EmulatorAccount? Account { get; set; }

    /// <summary>Why it was refused.</summary>
    public string? Why { get; set; }

    /// <summary>
    /// The least is meant: what was told to answer goes first, then what sends messages of the type that is asked for, then what fits best. A published
    /// request is meant for its own page. What is documented as an SMS and as a call alike is an SMS: its type is that of an SMS.
    /// </summary>
    public (bool, bool, int, int, bool, bool) Rank =>
        (
            Unreadable is not null,
            !(Behaviour.IsTold && Report.IsMeant),
            MessageTypes.DistanceOf(Endpoint, Values),
            Report.Distance,
            Unreadable is not null || SampleMatch.Exact(Endpoint, Values) is null,
            Endpoint.Client == "Voice"
        );

    public static Exchange Read(
        IncomingRequest request,
        EndpointBehaviour behaviour,
        IReadOnlyDictionary<string, string> path,
        ContractLibrary library
    )
    {
        try
        {
            var values = RequestValues.Read(request, behaviour.Endpoint, path);
            return new Exchange(behaviour, values, RequestChecker.Check(behaviour.Endpoint, values, library.Types), null);
        }
        catch (InvalidDataException exception)
        {
            return new Exchange(behaviour, new Dictionary<string, JsonNode?>(), new RequestReport(), exception.Message);
        }
    }
}
