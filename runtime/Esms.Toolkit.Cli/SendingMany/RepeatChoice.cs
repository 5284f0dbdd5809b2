namespace Esms.Cli;

/// <summary>What is done with messages to numbers that have a message already.</summary>
internal enum RepeatChoice
{
    /// <summary>Nothing is sent while there are some.</summary>
    Refuse,

    /// <summary>They are left out.</summary>
    LeaveOut,

    /// <summary>They are sent too.</summary>
    Send,
}
