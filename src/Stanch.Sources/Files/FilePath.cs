using System.Text;

namespace Stanch.Sources.Files;

/// <summary>A path as bytes (UTF-8 where it is text), without a NUL.</summary>
internal sealed class FilePath(byte[] bytes)
{
    public FilePath(string text)
        : this(Encoding.UTF8.GetBytes(text))
    {
    }

    public byte[] Bytes { get; } = bytes;

    public FilePath Join(ReadOnlySpan<byte> name)
    {
        var endsWithSlash = Bytes.Length > 0 && Bytes[^1] == (byte)'/';
        return new FilePath(Bytes.Length == 0 ? [.. name] : endsWithSlash ? [.. Bytes, .. name] : [.. Bytes, (byte)'/', .. name]);
    }

    /// <summary>The path as text; bytes that are not UTF-8 become U+FFFD.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Bytes);
}
