namespace Stanch.Detection.Proofs;

/// <summary>Base 64 in any of its usual alphabets, with or without padding.</summary>
internal static class Base64Text
{
    /// <summary>The bytes, or null where the text is not base 64.</summary>
    public static byte[]? Decode(ReadOnlySpan<char> text)
    {
        var trimmed = text.TrimEnd('=');
        var padded = new char[(trimmed.Length + 3) / 4 * 4];
        for (var i = 0; i < padded.Length; i++)
        {
            padded[i] = i >= trimmed.Length ? '=' : trimmed[i] switch { '-' => '+', '_' => '/', var c => c };
        }

        var bytes = new byte[padded.Length / 4 * 3];
        return Convert.TryFromBase64Chars(padded, bytes, out var count) ? bytes[..count] : null;
    }
}
