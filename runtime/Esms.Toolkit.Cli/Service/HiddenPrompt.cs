using System.Text;

namespace Esms.Cli;

/// <summary>Asks for a secret on the terminal, and shows nothing of it.</summary>
internal static class HiddenPrompt
{
    public static string Ask(string what)
    {
        using var interrupt = new PromptInterrupt();
        Console.Error.Write($"{what}: ");
        var text = new StringBuilder();
        while (Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key == ConsoleKey.Backspace)
                text.Length = Math.Max(0, text.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                text.Append(key.KeyChar);
        }
        Console.Error.WriteLine();
        return text.ToString();
    }
}
