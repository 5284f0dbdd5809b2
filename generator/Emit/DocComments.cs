namespace Esms.Toolkit.Emit;

/// <summary>XML documentation from the words of a contract.</summary>
internal static class DocComments
{
    public static void Summary(this SourceWriter writer, string text) => writer.Line($"/// <summary>{Literals.Xml(text)}</summary>");

    public static void Remarks(this SourceWriter writer, string text) => writer.Line($"/// <remarks>{Literals.Xml(text)}</remarks>");

    public static void Parameter(this SourceWriter writer, string name, string text) =>
        writer.Line($"/// <param name=\"{name.TrimStart('@')}\">{Literals.Xml(text)}</param>");

    public static void Returns(this SourceWriter writer, string text) => writer.Line($"/// <returns>{Literals.Xml(text)}</returns>");

    /// <param name="type">The name of an exception type.</param>
    public static void Throws(this SourceWriter writer, string type, string text) =>
        writer.Line($"/// <exception cref=\"{type}\">{Literals.Xml(text)}</exception>");

    public static void SeeAlso(this SourceWriter writer, string address) => writer.Line($"/// <seealso href=\"{Literals.Xml(address)}\" />");
}
