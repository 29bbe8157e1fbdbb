using System.Text;
using Stanch.Detection.Tests.Decoding;

namespace Stanch.Detection.Tests.Scanning;

/// <summary>Random texts with secrets of <see cref="Detectors"/> planted in them.</summary>
internal static class Samples
{
    public static readonly Gen<string> Token = Alphanumeric(20).Select(random => $"tok_{random}");

    public static readonly Gen<string> Identifier = Of("0123456789", 10).Select(random => $"acmeid-{random}");

    public static readonly Gen<string> Assigned = Alphanumeric(24).Select(random => $"beta_key = \"{random}\"");

    public static readonly Gen<string> Around = Gen.Select(Of("0123456789abcdef", 8), Of("0123456789abcdef", 13)).Select((before, after) => $"{before}-delta-{after}");

    public static readonly Gen<string> Near = Of("0123456789abcdef", 32).Select(random => $"gamma: the next line has it\n\n{random}");

    public static readonly Gen<string> Password = Alphanumeric(14).Select(random => $"password: {random}#x9");

    /// <summary>Secrets in one encoding or two.</summary>
    public static readonly Gen<string> Encoded = Gen.Select(Gen.OneOf(Token, Around, Assigned), Gen.Int[0, Encoders.All.Length - 1], Gen.Bool).Select(
        (secret, i, twice) => Encoders.All[i].Encode(twice ? Encoders.Base64(secret) : secret));

    private static readonly string[] Fillers =
    [
        "\n", "\r\n", " ", "\t", "é", "“", "”", "，", "😀", "日本語", "the words of a text", "x = y;\n", "\n\n", "gamma ", "beta ", "tok_ ", "password ", "-delta-", "/* */", new string('a', 300), "{\"a\":1}", "\r", "\u00a0",
    ];

    public static readonly Gen<string> Filler = Gen.Int[0, Fillers.Length - 1].Select(i => Fillers[i]);

    public static readonly Gen<string> Secret = Gen.OneOf(Token, Identifier, Assigned, Around, Near, Password, Encoded);

    /// <summary>Text of some hundred pieces, one in six a secret.</summary>
    public static Gen<string> Text(int fewest, int most) => Gen.Frequency((5, Filler), (1, Secret)).Array[fewest, most].Select(pieces => string.Concat(pieces));

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static Gen<string> Alphanumeric(int length) => Of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", length);

    private static Gen<string> Of(string characters, int length) => Gen.Char[characters].Array[length].Select(random => new string(random));
}
