using System.ComponentModel;

namespace Esms.Runtime;

/// <summary>The ways in which eSMS writes a date. All mean the clock of Vietnam, UTC+7.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum EsmsDateFormat
{
    /// <summary>yyyy-MM-dd HH:mm:ss.</summary>
    DashedTime,

    /// <summary>yyyy/MM/dd HH:mm:ss.</summary>
    SlashedTime,

    /// <summary>dd/MM/yyyy HH:mm:ss.</summary>
    DayFirstTime,

    /// <summary>yyyy-MM-dd.</summary>
    Dashed,

    /// <summary>dd/MM/yyyy.</summary>
    DayFirst,

    /// <summary>yyyyMMddHHmmss.</summary>
    Digits,

    /// <summary>/Date(1705484048995+0700)/: milliseconds since 1970 in UTC, with a zone behind.</summary>
    Wcf,

    /// <summary>Milliseconds since 1970 in UTC.</summary>
    Milliseconds,
}
