using System.Text;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli;

/// <summary>The names of the options that stand for fields.</summary>
internal static class OptionNames
{
    /// <summary>The names that every call uses for something else.</summary>
    public static readonly string[] Taken =
    [
        "--base-address",
        "--body",
        "--contracts",
        "--dry-run",
        "--help",
        "--json",
        "--lang",
        "--max-tries",
        "--options-file",
        "--timeout",
        "--version",
        "--yes",
    ];

    /// <summary>--official-account-id for OfficialAccountId; a name that is taken gets the group in front of it.</summary>
    public static string Of(Field field, Operation operation)
    {
        var name = $"--{Kebab(field.Name)}";
        return Taken.Contains(name) ? $"--{Kebab(operation.Endpoint.Client)}-{Kebab(field.Name)}" : name;
    }

    /// <summary>official-account-id for OfficialAccountId.</summary>
    public static string Kebab(string name)
    {
        var kebab = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            kebab.Append(startsWord ? "-" : string.Empty).Append(char.ToLowerInvariant(name[i]));
        }
        return kebab.ToString();
    }
}
