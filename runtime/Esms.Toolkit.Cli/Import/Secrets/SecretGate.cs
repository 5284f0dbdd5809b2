using System.Text.Json;
using System.Text.Json.Nodes;

namespace Esms.Cli.Import.Secrets;

/// <summary>The last look at a contract before it is written: with a secret in it, there is none.</summary>
internal static class SecretGate
{
    /// <exception cref="InvalidDataException">Something in the contract is a secret, or looks like one.</exception>
    public static void Check(JsonObject contract, SecretVault vault)
    {
        foreach (var (section, value) in contract)
        {
            if (HasSecret(value, vault))
                throw new InvalidDataException(
                    $"What the contract would say under \"{section}\" has what looks like a secret in it, so that none was made. Take it out of what is imported, or give another name by --operation, --client or --docs."
                );
        }
    }

    private static bool HasSecret(JsonNode? node, SecretVault vault) =>
        node switch
        {
            JsonObject members => members.Any(member => IsSecret(member.Key, vault) || HasSecret(member.Value, vault)),
            JsonArray items => items.Any(item => HasSecret(item, vault)),
            null => false,
            _ => node.GetValueKind() is JsonValueKind.String or JsonValueKind.Number && IsSecret(node.ToString(), vault),
        };

    private static bool IsSecret(string text, SecretVault vault) =>
        vault.IsIn(text) || SecretLook.HasKey(text) || TextLayers.Under(text).Any(vault.IsIn);
}
