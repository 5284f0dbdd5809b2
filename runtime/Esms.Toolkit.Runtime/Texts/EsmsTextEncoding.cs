namespace Esms;

/// <summary>How the letters of an SMS travel.</summary>
public enum EsmsTextEncoding
{
    /// <summary>The default alphabet of GSM 03.38: 160 letters in one SMS.</summary>
    Gsm7 = 0,

    /// <summary>UCS-2: 70 letters in one SMS. One letter that GSM has not, such as ê, makes a whole text so.</summary>
    Unicode = 1,
}
