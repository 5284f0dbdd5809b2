using Esms.Runtime;

namespace Esms;

/// <summary>eSMS answered, and refused the call.</summary>
#pragma warning disable CA1032 // See EsmsException.
public sealed class EsmsApiException : EsmsException
#pragma warning restore CA1032
{
    internal EsmsApiException(EsmsEndpoint endpoint, EsmsResponse response)
        : this(endpoint.Operation, response, endpoint.MeaningOf(response.ResultCode)) { }

    private EsmsApiException(string operation, EsmsResponse response, string? meaning)
        : base(operation, Describe(operation, response, meaning), null)
    {
        Response = response;
        Meaning = meaning;
    }

    /// <summary>The code of the refusal.</summary>
    public EsmsResultCode Code => Response.ResultCode;

    /// <summary>
    /// What the code means for this operation, where that is not what the name of <see cref="Code"/> says; null for a code that means the same everywhere.
    /// </summary>
    public string? Meaning { get; }

    /// <summary>The text that came with the code, if any.</summary>
    public string? ServiceMessage => Response.ServiceMessage;

    /// <summary>What the service sent beside the code; members that an accepted call always has can be null here.</summary>
    public EsmsResponse Response { get; }

    private static string Describe(string operation, EsmsResponse response, string? meaning)
    {
        if (response.ResultCode == EsmsResultCode.Unspecified)
            return "eSMS refused " + operation + " without a code.";
        var number = NumberText.Of((int)response.ResultCode);
        var name = meaning?.TrimEnd('.') ?? (response.ResultCode > 0 ? response.ResultCode.ToName() : null);
        // Added and not interpolated, which would be larger in every native app.
        return "eSMS refused " + operation + " with code " + number + (name is null ? "." : " (" + name + ").");
    }
}
