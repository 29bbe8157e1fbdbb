using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Stanch.Catalogue.Format.Examples;

/// <summary>Computes the checksums that tokens end in, over the text that was filled before them.</summary>
internal static class ExampleChecksums
{
    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Base36 = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const int GitHubBody = 30;

    private static readonly Dictionary<string, Func<string, string>> s_byName = new()
    {
        ["github-checksum"] = before => Digits(Crc32(Body(before)), Base62, 6),
        ["npm-checksum"] = before => Digits(Crc32(Body(before)), Base62, 6),
        ["gitlab-routable"] = before => Digits(Crc32(Token(before)), Base36, 7),
        ["grafana-checksum"] = before => BinaryPrimitives.ReverseEndianness(Crc32(Token(before).TrimEnd('_'))).ToString("x8", CultureInfo.InvariantCulture),
        ["atlassian-checksum"] = before => Crc32(Token(before).TrimEnd('=')).ToString("X8", CultureInfo.InvariantCulture),
        ["crc32-suffix"] = before => Crc32(Token(before).TrimEnd('_')).ToString("x8", CultureInfo.InvariantCulture),
        ["age-bech32"] = before => Bech32Checksum.Compute(Token(before)),
    };

    public static IReadOnlyCollection<string> Names => s_byName.Keys;

    /// <param name="before">All text before the checksum; the token is what stands at its end.</param>
    public static string Compute(string name, string before) => s_byName[name](before);

    private static string Body(string before) => before[^Math.Min(GitHubBody, before.Length)..];

    private static string Token(string before)
    {
        var start = before.Length;
        while (start > 0 && (char.IsAsciiLetterOrDigit(before[start - 1]) || before[start - 1] is '_' or '-' or '.' || (before[start - 1] == '=' && start == before.Length)))
            start--;
        return before[start..];
    }

    private static string Digits(uint value, string alphabet, int width)
    {
        var digits = new char[width];
        for (var i = width - 1; i >= 0; i--)
        {
            digits[i] = alphabet[(int)(value % alphabet.Length)];
            value /= (uint)alphabet.Length;
        }
        return new string(digits);
    }

    /// <summary>CRC-32 of IEEE 802.3, bit by bit: it is used for a few bytes.</summary>
    private static uint Crc32(string text)
    {
        var crc = uint.MaxValue;
        foreach (var value in Encoding.ASCII.GetBytes(text))
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
        }
        return ~crc;
    }
}
