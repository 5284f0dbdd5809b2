using System.ComponentModel;
using Esms.Runtime;

namespace Esms;

/// <summary>
/// The request of a send that eSMS knows again by its RequestId for 24 hours. Such sends can wait in an outbox and be tried again, by any process,
/// without being sent twice. Generated requests implement it; it is not for yours.
/// </summary>
public interface IEsmsKeyedRequest
{
    /// <summary>How the send travels.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    EsmsEndpoint Endpoint { get; }
}
