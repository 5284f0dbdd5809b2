namespace NativeAot;

/// <summary>Compares values, tells each of them, and remembers whether all were right.</summary>
internal sealed class Check
{
    public int ExitCode { get; private set; }

    public void Equal<T>(string what, T expected, T actual)
    {
        var isEqual = EqualityComparer<T>.Default.Equals(expected, actual);
        Console.WriteLine($"{(isEqual ? "ok  " : "FAIL")} {what}: {actual}");
        if (!isEqual)
            ExitCode = 1;
    }
}
