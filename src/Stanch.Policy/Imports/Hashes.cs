using System.Security.Cryptography;
using System.Text;

namespace Stanch.Policy.Imports;

/// <summary>The unkeyed hashes that other tools name secrets by. Read here, never written.</summary>
internal static class Hashes
{
#pragma warning disable CA5350 // detect-secrets uses SHA-1; nothing of ours rests on it.
    public static string Sha1(string text) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350

    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static bool IsHex(string text, int length) => text.Length == length && text.All(char.IsAsciiHexDigit);
}
