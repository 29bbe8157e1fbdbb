using System.Text;

namespace Stanch.Policy.Imports;

/// <summary>The unkeyed hashes that other tools name secrets by. Read here, never written.</summary>
internal static class Hashes
{
    /// <summary>As detect-secrets does; nothing of ours rests on it.</summary>
    public static string Sha1(string text)
    {
        var hash = new byte[Detection.Hashing.Sha1.HashLength];
        Detection.Hashing.Sha1.Hash([], Encoding.UTF8.GetBytes(text), hash);
        return Convert.ToHexStringLower(hash);
    }

    public static string Sha256(string text) => Convert.ToHexStringLower(Detection.Hashing.Sha256.Hash(Encoding.UTF8.GetBytes(text)));

    public static bool IsHex(string text, int length) => text.Length == length && text.All(char.IsAsciiHexDigit);
}
