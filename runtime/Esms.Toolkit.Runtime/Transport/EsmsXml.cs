using System.ComponentModel;
using System.Text;
using System.Xml;

namespace Esms.Runtime;

/// <summary>Writes elements of an XML body. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EsmsXml
{
    /// <summary>A carriage return is written as a reference, because every XML reader makes a line feed of a bare one.</summary>
    internal static readonly XmlWriterSettings Settings = new()
    {
        OmitXmlDeclaration = true,
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <summary>Writes an element, unless the value is null.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="under">The elements around it, from the outside in, with slashes between; each one before the last is opened once.</param>
    /// <param name="name">The name of the element.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value has a character that XML cannot hold.</exception>
    public static void Write(XmlWriter writer, string under, string name, string? value)
    {
        if (value is not null)
            Write(writer, under, name, [value]);
    }

    /// <summary>Writes an element for each value, each inside an innermost element of its own.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="under">The elements around them, from the outside in, with slashes between.</param>
    /// <param name="name">The name of the elements.</param>
    /// <param name="values">The values.</param>
    /// <exception cref="ArgumentException">A value has a character that XML cannot hold.</exception>
    public static void Write(XmlWriter writer, string under, string name, IEnumerable<string>? values)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(under);
        if (values is null)
            return;
        var around = under.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < around.Length - 1; i++)
            writer.WriteStartElement(around[i]);
        foreach (var value in values)
            WriteOne(writer, around.Length == 0 ? null : around[^1], name, value);
        for (var i = 1; i < around.Length; i++)
            writer.WriteEndElement();
    }

    /// <summary>Makes a document of elements; those without a value are left out.</summary>
    /// <param name="root">The name of the outermost element.</param>
    /// <param name="elements">The elements inside.</param>
    /// <returns>The XML.</returns>
    /// <exception cref="ArgumentException">A value has a character that XML cannot hold.</exception>
    public static string Document(string root, params (string Name, string? Value)[] elements)
    {
        ArgumentNullException.ThrowIfNull(elements);
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, Settings))
        {
            writer.WriteStartElement(root);
            foreach (var (name, value) in elements)
                Write(writer, "", name, value);
        }
        return text.ToString();
    }

    private static void WriteOne(XmlWriter writer, string? around, string name, string value)
    {
        try
        {
            if (around is not null)
                writer.WriteStartElement(around);
            writer.WriteElementString(name, WellFormed(value));
            if (around is not null)
                writer.WriteEndElement();
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException($"{name} has a character that XML cannot hold, such as a control character; remove it.", name, exception);
        }
    }

    /// <summary>A lone surrogate becomes U+FFFD, as in JSON, forms and addresses.</summary>
    private static string WellFormed(string value) => value.Any(char.IsSurrogate) ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value)) : value;
}
