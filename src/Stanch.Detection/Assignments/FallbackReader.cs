using System.Buffers;

namespace Stanch.Detection.Assignments;

/// <summary>
/// The literal that holds where an expression gives nothing: <c>x ?: "value"</c>, <c>x ?? "value"</c>, <c>x || "value"</c>, <c>x or "value"</c>,
/// <c>test ? x : "value"</c>, <c>getenv("NAME", "value")</c>. It is read on the assignment's line only.
/// </summary>
internal static class FallbackReader
{
    /// <summary>Most bytes from the expression's start to the literal.</summary>
    public const int Reach = 256;

    private const int LongestCallee = 64;

    private static readonly SearchValues<byte> AfterCallee = SearchValues.Create("( \t"u8);

    /// <summary>Finds the opening quote of the literal in the expression that starts at <paramref name="start"/>.</summary>
    public static bool TryFind(ReadOnlySpan<byte> content, int start, out int quote)
    {
        quote = -1;
        var text = content[start..Math.Min(content.Length, start + Reach)];
        if (text.IsEmpty || !(char.IsAsciiLetter((char)text[0]) || text[0] is (byte)'_' or (byte)'$' or (byte)'(' or (byte)'!'))
        {
            return false;
        }

        var scan = new ExpressionScan(text, LooksUp(text));
        while (quote < 0 && scan.MoveNext())
        {
            var after = scan.AfterOperator();
            quote = after >= 0 && ValueWrapper.IsQuoteAhead(content, start + after) ? start + after : -1;
        }

        return quote >= 0;
    }

    // os.getenv(…), ENV.fetch(…), settings.get(…): the second argument is what holds where the first is not set.
    private static bool LooksUp(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAny(AfterCallee);
        if (end <= 0 || end > LongestCallee || text[end] != (byte)'(')
        {
            return false;
        }

        var callee = text[..end];
        callee = callee[(callee.LastIndexOf((byte)'.') + 1)..];
        return callee.SequenceEqual("getenv"u8) || callee.SequenceEqual("get"u8) || callee.SequenceEqual("fetch"u8) || callee.SequenceEqual("env"u8)
            || callee.SequenceEqual("getProperty"u8) || callee.SequenceEqual("getOrDefault"u8) || callee.SequenceEqual("getEnv"u8);
    }
}
