using System.Buffers;
using Stanch.Detection.Assignments;
using Stanch.Detection.Filters;
using Stanch.Detection.Model;

namespace Stanch.Detection.Scanning;

/// <summary>
/// A file that holds one value and nothing else but comments, as secrets are mounted into containers and passed to tools (<c>/run/secrets/db_password</c>,
/// <c>api.token</c>). The name that says what it is is the file's, so the place decides: under any other name it is worth a look.
/// </summary>
internal static class LoneValue
{
    public const string DetectorId = "generic-secret";
    private const int LongestFile = 1024;
    private const int LeastLength = 16;
    private const int LongestValue = 512;
    private const int LeastToken = 24;
    private const int LengthOfHexKey = 32;

    // "sk-" and "pk_" begin the tokens of too many to say whose it is.
    public const int LeastPrefix = 4;
    private static readonly SearchValues<byte> HexBytes = SearchValues.Create("0123456789abcdefABCDEF"u8);
    private static readonly SearchValues<byte> TokenBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=_.:~-"u8);
    private static readonly SearchValues<byte> NoValueBytes = SearchValues.Create(" \t\"'<>{}$"u8);

    /// <summary>The value, or null where the content is anything else than one strong value.</summary>
    public static Candidate? Find(ReadOnlySpan<byte> content, Detector detector)
    {
        if (content.Length is < LeastLength or > LongestFile || !TryReadLine(content, out var start, out var length))
        {
            return null;
        }

        if (length > 2 && content[start] is (byte)'"' or (byte)'\'' && content[start + length - 1] == content[start])
        {
            (start, length) = (start + 1, length - 2);
        }

        var value = content.Slice(start, length);
        if (!IsStrong(value))
        {
            return null;
        }

        return new Candidate
        {
            Detector = detector,
            Secret = new Secret(Refiner.Decode(value)),
            Start = start,
            End = start + length,
            Evidence = Evidence.Likely,
            Reasons = [Reason.FileName, Reason.Entropy],
            Facts = [],
            IsConvincing = true,
            IsAlone = true,
            IsKept = IsToken(value),
        };
    }

    /// <summary>True where a file's name, its ending first, names a credential: <c>db_password</c>, <c>client.secret</c>, <c>id.token.txt</c>.</summary>
    public static bool IsNamedBy(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        name = name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
        Span<byte> bytes = stackalloc byte[128];
        return name.Length is > 0 and <= 128 && System.Text.Encoding.ASCII.GetBytes(name, bytes) == name.Length && NameWords.RoleOf(bytes[..name.Length]) == NameRole.Strong;
    }

    // Under no name that says secret: neither a path, nor words, nor the hash of a commit or of a file.
    private static bool IsToken(ReadOnlySpan<byte> value)
    {
        var isHex = value.IndexOfAnyExcept(HexBytes) < 0;
        return value.Length >= LeastToken && value.IndexOfAnyExcept(TokenBytes) < 0 && value.IndexOfAnyInRange((byte)'0', (byte)'9') >= 0 && LetterTriples.IsSurprising(value)
            && (!isHex || value.Length == LengthOfHexKey) && (value.IndexOf((byte)'/') < 0 || IsBase64(value));
    }

    // Slashes are of base 64 where its length and its characters are.
    private static bool IsBase64(ReadOnlySpan<byte> value) => value.Length % 4 == 0 && value.IndexOfAny("._:~-"u8) < 0;

    private static bool IsStrong(ReadOnlySpan<byte> value) =>
        value.Length is >= LeastLength and <= LongestValue && value.IndexOfAny(NoValueBytes) < 0 && value.IndexOfAnyExceptInRange((byte)'!', (byte)'~') < 0 && GenericValues.IsRandom(value)
        && !Placeholders.IsPlaceholder(value) && !Placeholders.IsMadeUp(value) && ValueShapes.CouldBeSecret(value, default);

    // The only line that is neither empty nor a comment.
    private static bool TryReadLine(ReadOnlySpan<byte> content, out int start, out int length)
    {
        (start, length) = (0, 0);
        for (var at = 0; at < content.Length;)
        {
            var end = content[at..].IndexOf((byte)'\n');
            var line = end < 0 ? content[at..] : content.Slice(at, end);
            var text = line.TrimEnd((byte)'\r');
            if (text.Length > 0 && !text.StartsWith("#"u8) && !text.StartsWith("//"u8))
            {
                if (length > 0)
                {
                    return false;
                }

                (start, length) = (at, text.Length);
            }

            at = end < 0 ? content.Length : at + end + 1;
        }

        return length > 0;
    }
}
