using System.Text;
using Stanch.Detection.Proofs;

namespace Stanch.Detection.Tests.Proofs;

/// <summary>Runs a proof by its catalogue name over a text that is all match and all secret.</summary>
internal static class ProofText
{
    public static ProofResult Check(string proof, string text) => Check(proof, Encoding.Latin1.GetBytes(text));

    public static ProofResult Check(string proof, byte[] text) => KnownProofs.Find(proof)!.Check(new ProofInput(text, 0, text.Length, 0, text.Length));

    public static string? Fact(this ProofResult result, string name) => result.Facts.FirstOrDefault(fact => fact.Name == name)?.Value;

    public static string Completed(string proof, string text) => text + KnownProofs.Complete(proof, text);

    /// <summary>CRC-32 bit by bit: nothing in common with the product's table.</summary>
    public static uint SlowCrc32(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var odd = ((crc ^ (uint)(b >> bit)) & 1) != 0;
                crc = odd ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }

    public static string InBase(ulong value, string digits, int length)
    {
        var text = "";
        for (; value > 0; value /= (ulong)digits.Length)
        {
            text = digits[(int)(value % (ulong)digits.Length)] + text;
        }

        return text.PadLeft(length, digits[0]);
    }

    public static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static string Base32(byte[] bytes)
    {
        const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(bytes.Select(b => Convert.ToString(b, 2).PadLeft(8, '0')));
        bits = bits.PadRight((bits.Length + 4) / 5 * 5, '0');
        return string.Concat(Enumerable.Range(0, bits.Length / 5).Select(i => Digits[Convert.ToInt32(bits.Substring(i * 5, 5), 2)]));
    }

    /// <summary>The text with the character at <paramref name="index"/> replaced by another of the same kind.</summary>
    public static string Mutated(string text, int index)
    {
        var other = text[index] switch
        {
            >= '0' and < '9' or >= 'a' and < 'z' or >= 'A' and < 'Z' => (char)(text[index] + 1),
            '9' => '0',
            'z' => 'a',
            'Z' => 'A',
            _ => 'x',
        };
        return string.Concat(text.AsSpan(0, index), other.ToString(), text.AsSpan(index + 1));
    }
}
