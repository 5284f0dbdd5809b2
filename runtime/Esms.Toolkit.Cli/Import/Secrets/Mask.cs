namespace Esms.Cli.Import.Secrets;

/// <summary>What is put in the place of a secret: it is seen to be nothing, and nothing of the secret can be told from it.</summary>
internal static class Mask
{
    private const int Longest = 32;

    public static string Of(string secret) => new('x', Math.Clamp(secret.Length, 3, Longest));
}
