namespace Esms.Emulator;

/// <summary>How well a request fits an endpoint, the worst first.</summary>
internal enum Fit
{
    /// <summary>Something is missing that the endpoint demands, or a value is another than the one it always has.</summary>
    OtherEndpoint,

    /// <summary>It asks for something that no sample has.</summary>
    OtherValues,

    /// <summary>A sample answers it, though that asks for something else: a send has any values.</summary>
    AnySample,

    /// <summary>It asks for what a sample asks for.</summary>
    Sample,

    /// <summary>The endpoint was told what to answer next.</summary>
    Told,
}
