namespace Esms.Toolkit.Reader.Check;

/// <summary>Where a field stands, which decides what may be said of it.</summary>
internal enum FieldPlace
{
    Request,
    Response,

    /// <summary>In a call that the service makes, or in the reply to it.</summary>
    Inbound,

    /// <summary>In an object that requests and answers may use.</summary>
    Object,
}
