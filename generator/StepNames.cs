namespace Esms.Toolkit;

/// <summary>The names of the pipeline's steps, by which tests ask why each of them ran.</summary>
internal static class StepNames
{
    public const string Text = "Text";
    public const string File = "File";
    public const string Settings = "Settings";
    public const string Collisions = "Collisions";
    public const string TakenNames = "TakenNames";
    public const string Endpoint = "Endpoint";
    public const string Index = "Index";
}
