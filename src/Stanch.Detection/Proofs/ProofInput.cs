using System.Text;

namespace Stanch.Detection.Proofs;

/// <summary>What a proof looks at.</summary>
internal readonly ref struct ProofInput(ReadOnlySpan<byte> content, int matchStart, int matchEnd, int secretStart, int secretEnd)
{
    /// <summary>The blob, or the part of it that the proof's reach covers.</summary>
    public ReadOnlySpan<byte> Content { get; } = content;

    public int MatchStart { get; } = matchStart;
    public int MatchEnd { get; } = matchEnd;
    public int SecretStart { get; } = secretStart;
    public int SecretEnd { get; } = secretEnd;

    public ReadOnlySpan<byte> Secret => Content[SecretStart..SecretEnd];

    /// <summary>The secret as text, one character a byte.</summary>
    public string Text => Encoding.Latin1.GetString(Secret);
}
