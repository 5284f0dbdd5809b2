using Esms.Runtime;

namespace Esms;

/// <summary>eSMS answered, and refused the call.</summary>
#pragma warning disable CA1032 // See EsmsException.
public sealed class EsmsApiException : EsmsException
#pragma warning restore CA1032
{
    internal EsmsApiException(string operation, EsmsResponse response)
        : base(operation, Describe(operation, response), null) => Response = response;

    /// <summary>The code of the refusal.</summary>
    public EsmsResultCode Code => Response.ResultCode;

    /// <summary>The text that came with the code, if any.</summary>
    public string? ServiceMessage => Response.ServiceMessage;

    /// <summary>What the service sent beside the code; members that an accepted call always has can be null here.</summary>
    public EsmsResponse Response { get; }

    private static string Describe(string operation, EsmsResponse response)
    {
        if (response.ResultCode == EsmsResultCode.Unspecified)
            return "eSMS refused " + operation + " without a code.";
        var number = NumberText.Of((int)response.ResultCode);
        var name = response.ResultCode > 0 ? response.ResultCode.ToName() : null;
        // Added and not interpolated, which would be larger in every native app.
        return "eSMS refused " + operation + " with code " + number + (name is null ? "." : " (" + name + ").");
    }
}
