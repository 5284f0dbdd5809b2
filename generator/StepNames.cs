namespace Esms.Toolkit;

/// <summary>The names of the pipeline's steps. Tests use them to ask why each step ran.</summary>
internal static class StepNames
{
    public const string Text = "Text";
    public const string Syntax = "Syntax";
    public const string Settings = "Settings";
    public const string DeclaredTypes = "DeclaredTypes";
    public const string Contract = "Contract";
    public const string Collisions = "Collisions";
    public const string TakenNames = "TakenNames";
    public const string Model = "Model";
    public const string Types = "Types";
    public const string Samples = "Samples";
    public const string Index = "Index";
    public const string HiddenNames = "HiddenNames";
    public const string DeclaredNames = "DeclaredNames";
}
