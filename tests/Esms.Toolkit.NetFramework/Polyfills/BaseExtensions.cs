namespace Esms.Tests;

/// <summary>What .NET has, and the tests use.</summary>
internal static class BaseExtensions
{
    extension(Task task)
    {
        public bool IsCompletedSuccessfully => task.Status == TaskStatus.RanToCompletion;
    }

    public static string Replace(this string text, string old, string other, StringComparison comparison) =>
        comparison == StringComparison.Ordinal
            ? text.Replace(old, other)
            : throw new NotSupportedException("Only ordinal comparison is needed here.");
}
