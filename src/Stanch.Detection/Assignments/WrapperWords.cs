using System.Collections.Frozen;
using System.Text;

namespace Stanch.Detection.Assignments;

/// <summary>Calls whose argument is the value itself: they hold it, convert it or hash it. <c>getenv("…")</c> and <c>t("…")</c> are not among them.</summary>
internal static class WrapperWords
{
    private const int Longest = 32;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = new[]
    {
        "some", "just", "of", "ofnullable", "optional", "pure", "decode", "b64decode", "b64encode", "encode", "decodestring", "decodebase64", "urlsafe_b64decode", "from", "frombase64string", "fromhex", "unhexlify", "string", "str", "cstring",
        "secret", "secretstr", "securestring", "secretbytes", "protectedstring", "password", "plaintext", "bytes", "getbytes", "tobytes", "bytearray", "byte", "buffer", "text", "literal", "literalstring", "quote", "unsafeplaintext", "createsecretkey", "secretkeyspec",
        "hash", "hashsync", "hashpw", "hashpassword", "hash_password", "generate_password_hash", "encrypt", "encryptpassword", "bcrypt", "crypt", "md5", "sha1", "sha256", "pointer", "ptr", "stringptr", "tostring", "usernamepasswordauthenticationtoken", "symmetricsecuritykey", "make_password",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for the name of such a call, with whatever stands before its last word.</summary>
    public static bool IsWrapper(ReadOnlySpan<byte> callee)
    {
        var word = callee[(callee.LastIndexOfAny((byte)'.', (byte)':', (byte)' ') + 1)..].TrimEnd((byte)'!');
        if (word.IsEmpty || word.Length > Longest)
        {
            return false;
        }

        Span<char> lower = stackalloc char[Longest];
        var length = Encoding.Latin1.GetChars(word, lower);
        foreach (ref var c in lower[..length])
        {
            c = char.ToLowerInvariant(c);
        }

        return Words.Contains(lower[..length]);
    }
}
