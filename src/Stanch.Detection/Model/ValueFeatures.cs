using Stanch.Detection.Assignments;
using Stanch.Detection.Filters;

namespace Stanch.Detection.Model;

/// <summary>What the bytes of a value say of it.</summary>
internal static class ValueFeatures
{
    private const int WordWindow = 5;
    private static readonly byte[][] CredentialWords =
        [.. new[] { "pass", "secret", "token", "key", "test", "user", "auth", "admin", "login", "cred", "your", "foo", "bar", "name", "value", "some", "new", "old", "my", "wrong", "invalid", "fake", "dummy" }.Select(System.Text.Encoding.ASCII.GetBytes)];

    public static void Describe(ReadOnlySpan<byte> value, ReadOnlySpan<byte> name, bool quoted, Span<byte> features)
    {
        var counts = CharacterCounts.Of(value);
        var (mean, lowest) = LetterTriples.Of(value, WordWindow);
        Set(features, Feature.Length, value.Length);
        Set(features, Feature.Alphabet, (int)Alphabets.Of(value));
        Set(features, Feature.Randomness, (int)(Entropy.Ratio(value) * 100));
        Set(features, Feature.Distinct, counts.Distinct);
        Set(features, Feature.Digits, counts.Digits * 100 / value.Length);
        Set(features, Feature.Uppers, counts.Uppers * 100 / value.Length);
        Set(features, Feature.Signs, counts.Signs * 100 / value.Length);
        Set(features, Feature.Transitions, counts.Transitions * 100 / value.Length);
        Set(features, Feature.LongestLetters, counts.LongestLetters);
        Set(features, Feature.WordLikeness, mean);
        Set(features, Feature.LeastWordLike, lowest);
        Set(features, Feature.Surprise, LetterTriples.Surprise(value));
        Set(features, Feature.Blanks, counts.Blanks);
        Set(features, Feature.Shape, (int)ValueForms.Of(value));
        Set(features, Feature.FirstKind, Kind(value[0]));
        Set(features, Feature.LastKind, Kind(value[^1]));
        Set(features, Feature.SharesName, SharedWithName(value, name));
        Set(features, Feature.CredentialWords, CountWords(value));
        Set(features, Feature.Steps, counts.LongestStep);
        Set(features, Feature.NotAscii, counts.NotAscii * 100 / value.Length);
        Set(features, Feature.Expression, quoted || !ValueShapes.ReadsAsExpression(value) ? 0 : 1);
    }

    internal static void Set(Span<byte> features, Feature feature, int value) => features[(int)feature] = (byte)Math.Clamp(value, 0, 254);

    // The kinds of a first or last character that mean something: a sign of its own where it does.
    private static int Kind(byte b) => b switch
    {
        >= (byte)'a' and <= (byte)'z' => 0,
        >= (byte)'A' and <= (byte)'Z' => 1,
        >= (byte)'0' and <= (byte)'9' => 2,
        (byte)'=' => 3,
        (byte)'_' or (byte)'-' => 4,
        (byte)'/' or (byte)'\\' => 5,
        (byte)'$' or (byte)'%' or (byte)'{' or (byte)'}' or (byte)'<' or (byte)'>' => 6,
        (byte)'(' or (byte)')' or (byte)'[' or (byte)']' => 7,
        (byte)'.' or (byte)':' or (byte)',' or (byte)'?' => 8,
        >= 0x80 => 9,
        _ => 10,
    };

    // Of four letters in a row of the value, how many stand in the name too: "apiKeyName" under "api_key".
    private static int SharedWithName(ReadOnlySpan<byte> value, ReadOnlySpan<byte> name)
    {
        const int Piece = 4;
        Span<byte> lowerName = stackalloc byte[64];
        Span<byte> lowerValue = stackalloc byte[64];
        var n = Lower(name, lowerName);
        var v = Lower(value, lowerValue);
        var shared = 0;
        for (var i = 0; i + Piece <= v.Length; i++)
        {
            shared += n.IndexOf(v.Slice(i, Piece)) >= 0 ? 1 : 0;
        }

        return v.Length < Piece ? 0 : shared * 100 / (v.Length - Piece + 1);
    }

    private static int CountWords(ReadOnlySpan<byte> value)
    {
        Span<byte> buffer = stackalloc byte[64];
        var lower = Lower(value, buffer);
        var count = 0;
        foreach (var word in CredentialWords)
        {
            count += lower.IndexOf(word) >= 0 ? 1 : 0;
        }

        return count;
    }

    private static ReadOnlySpan<byte> Lower(ReadOnlySpan<byte> text, Span<byte> buffer)
    {
        var length = Math.Min(text.Length, buffer.Length);
        for (var i = 0; i < length; i++)
        {
            buffer[i] = char.IsAsciiLetterUpper((char)text[i]) ? (byte)(text[i] | 0x20) : text[i];
        }

        return buffer[..length];
    }
}
