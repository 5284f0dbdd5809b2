using System.Globalization;
using Esms.Toolkit.Reader.Model;

namespace Esms.Toolkit.Emit;

/// <summary>An enum. C# lets it hold numbers without a name, and so a number that the service adds later arrives unharmed.</summary>
internal static class EnumEmitter
{
    public static void Emit(SourceWriter writer, EnumModel type)
    {
        writer.Remarks("The set is open: a number that the service adds later arrives as that number, without a name.");
        writer.Line($"public enum {type.Name}");
        writer.Open();
        foreach (var (value, i) in type.Values.Select(static (value, i) => (value, i)))
        {
            if (i > 0)
                writer.Line();
            writer.Summary(value.Summary);
            writer.Line($"{value.Name} = {value.Number.ToString(CultureInfo.InvariantCulture)},");
        }
        writer.Close();
    }
}
