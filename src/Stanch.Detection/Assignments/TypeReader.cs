using System.Buffers;

namespace Stanch.Detection.Assignments;

/// <summary>Passes over the type that stands between a name and the equals sign before its value.</summary>
internal static class TypeReader
{
    private static readonly SearchValues<byte> TypeBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.*[]<>?"u8);
    private static readonly SearchValues<byte> AnnotationBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.&'?<>[]| "u8);

    /// <summary><c>name Type =</c>, <c>name As Type =</c>, <c>Name { get; set; } =</c>: behind the sign, or -1 where this is something else.</summary>
    public static int AfterType(ReadOnlySpan<byte> content, int position, int limit)
    {
        var rest = content[position..limit];
        var length = rest.StartsWith("{"u8) ? AccessorsLength(rest) : NameLength(rest);
        if (length == "As".Length && rest.StartsWith("As"u8))
        {
            length += BlanksLength(rest[length..]);
            length += NameLength(rest[length..]);
        }

        if (length == 0)
        {
            return -1;
        }

        length += BlanksLength(rest[length..]);
        return IsAssignment(rest[length..]) ? position + length + 1 : -1;
    }

    /// <summary><c>name: Type =</c> of Python, TypeScript, Rust, Kotlin, Swift: behind the sign, or -1 where a value follows the colon.</summary>
    /// <param name="position">Behind the colon.</param>
    public static int AfterAnnotation(ReadOnlySpan<byte> content, int position, int limit)
    {
        var rest = content[position..limit];
        var length = BlanksLength(rest);
        while (length < rest.Length && AnnotationBytes.Contains(rest[length]) && !(rest[length] == (byte)'\'' && !rest[(length + 1)..].StartsWith("s"u8)))
        {
            length++;
        }

        return length > 1 && rest[length - 1] == (byte)' ' && IsAssignment(rest[length..]) ? position + length + 1 : -1;
    }

    private static bool IsAssignment(ReadOnlySpan<byte> rest) => rest is [(byte)'=', ..] and not [(byte)'=', (byte)'=' or (byte)'>', ..];

    private static int AccessorsLength(ReadOnlySpan<byte> rest)
    {
        var close = rest.IndexOf((byte)'}');
        return close >= 0 && rest[..close].IndexOf("get"u8) >= 0 ? close + 1 : 0;
    }

    private static int NameLength(ReadOnlySpan<byte> rest) => LengthTo(rest, rest.IndexOfAnyExcept(TypeBytes));

    private static int BlanksLength(ReadOnlySpan<byte> rest) => LengthTo(rest, rest.IndexOfAnyExcept((byte)' ', (byte)'\t'));

    private static int LengthTo(ReadOnlySpan<byte> rest, int end) => end < 0 ? rest.Length : end;
}
