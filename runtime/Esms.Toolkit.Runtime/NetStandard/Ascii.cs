namespace System.Text;

/// <summary>The few members of .NET's own type that are used here.</summary>
internal static class Ascii
{
    private const byte Last = 0x7F;

    public static bool IsValid(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyInRange(Last + 1, byte.MaxValue) < 0;

    public static bool Equals(ReadOnlySpan<byte> left, string right)
    {
        if (left.Length != right.Length)
            return false;
        for (var i = 0; i < left.Length; i++)
        {
            if (left[i] != right[i] || left[i] > Last)
                return false;
        }
        return true;
    }

    public static int IndexOfAnyInRange(this ReadOnlySpan<byte> bytes, byte lowest, byte highest)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] >= lowest && bytes[i] <= highest)
                return i;
        }
        return -1;
    }
}
