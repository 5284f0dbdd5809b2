namespace Esms;

/// <summary>A mobile network in Vietnam. Where eSMS has a number for it, it is that one, as in the enum Telco.</summary>
public enum EsmsCarrier
{
    /// <summary>None that is known.</summary>
    Unknown = 0,

    /// <summary>Viettel.</summary>
    Viettel = 1,

    /// <summary>MobiFone.</summary>
    MobiFone = 2,

    /// <summary>VinaPhone.</summary>
    VinaPhone = 3,

    /// <summary>Vietnamobile.</summary>
    Vietnamobile = 4,

    /// <summary>Gmobile, also known as Gtel.</summary>
    Gmobile = 5,

    /// <summary>Itel, in the network of VinaPhone.</summary>
    Itel = 6,

    /// <summary>Wintel, formerly Reddi, in the network of VinaPhone.</summary>
    Wintel = 7,

    /// <summary>FPT, in the network of MobiFone. eSMS has no number for it.</summary>
    Fpt = 101,

    /// <summary>VNSKY, in the network of MobiFone. eSMS has no number for it.</summary>
    VnSky = 102,

    /// <summary>Local, in the network of MobiFone. eSMS has no number for it.</summary>
    Local = 103,
}
