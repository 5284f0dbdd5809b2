using System.Buffers;
using System.Security.Cryptography;

namespace Esms;

/// <summary>The unguessable part of the address that eSMS calls.</summary>
public static class EsmsCallbackToken
{
    internal const int MinLength = 32;

    internal const string Rule = "must be at least 32 characters, made at random of letters, digits, - and _; EsmsCallbackToken.Create() makes one.";

    private const int Bytes = 32;

    /// <summary>A random text has more; a word that is repeated, or a row of zeros, has fewer.</summary>
    private const int MinDistinct = 8;

    /// <summary>What stands in an address as it is, so that there is one spelling of a token only.</summary>
    private static readonly SearchValues<char> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>Makes a token of 256 random bits, to be kept with the other secrets of the application.</summary>
    /// <returns>43 characters that can stand in an address.</returns>
    public static string Create() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    internal static bool IsStrong(string token) =>
        token.Length >= MinLength && !token.AsSpan().ContainsAnyExcept(Allowed) && token.Distinct().Count() >= MinDistinct;
}
