using System.Globalization;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli;

/// <summary>The sends that rows of a file can be: to one phone number each, and known again by eSMS, so that none goes out twice.</summary>
internal static class SendManyOperation
{
    public const string Phone = "Phone";
    public const string Content = "Content";
    public const string IsUnicode = "IsUnicode";

    private const int CustomerCare = 2;
    private const int Viber = 23;
    private const int ZaloNormal = 25;

    /// <exception cref="UsageException">There is no such operation, or its sends are of another kind.</exception>
    public static Operation Get(string name, OperationCatalog catalog)
    {
        var operation = catalog.Get(name);
        if (operation.Endpoint.Repeat.Rule != RepeatRule.Keyed)
            throw new UsageException(
                $"{operation.Name} has no RequestId, without which a message could go out twice.",
                "esms contracts list shows the others."
            );
        return operation.Parameter(Phone) is { Type.IsList: false }
            ? operation
            : throw new UsageException($"{operation.Name} has no single recipient 'Phone'.", "esms contracts list shows the others.");
    }

    /// <summary>The number of the type of message, as the contract fixes it; else the usual one of the channel.</summary>
    public static int MessageTypeOf(Operation operation)
    {
        var field = operation.Endpoint.Request.FirstOrDefault(static field => field.Wire.Equals("SmsType", StringComparison.OrdinalIgnoreCase));
        return int.TryParse((field?.Fixed ?? field?.Default)?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var type)
            ? type
            : operation.Endpoint.Client switch
            {
                "Zalo" => ZaloNormal,
                "Viber" => Viber,
                _ => CustomerCare,
            };
    }
}
