using System.IO.Compression;
using System.Text;

namespace Stanch.Detection.Tests.Decoding;

/// <summary>What hides text: each takes text and gives the same encoded, as one line.</summary>
internal static class Encoders
{
    public static readonly (string Step, Func<string, string> Encode)[] All =
    [
        ("base64", text => Convert.ToBase64String(Encoding.UTF8.GetBytes(text))),
        ("base64", text => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_')),
        ("base64", text => Convert.ToBase64String(Encoding.Unicode.GetBytes(text))),
        ("base64", text => Convert.ToBase64String(Gzip(text))),
        ("hex", text => Convert.ToHexString(Encoding.UTF8.GetBytes(text))),
        ("hex", text => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text))),
        ("percent", text => string.Concat(Encoding.UTF8.GetBytes(text).Select(b => $"%{b:X2}"))),
        ("html", text => string.Concat(text.Select(c => $"&#x{(int)c:x};"))),
        ("escapes", text => string.Concat(text.Select(c => $"\\u{(int)c:x4}"))),
        ("escapes", text => string.Concat(text.Select(c => $"\\x{(int)c:x2}"))),
    ];

    public static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    public static string Wrap(string text, int width, string lineBreak) => string.Join(lineBreak, text.Chunk(width).Select(line => new string(line)));
}
