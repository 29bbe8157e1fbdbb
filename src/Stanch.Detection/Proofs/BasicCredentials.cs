using System.Buffers;
using System.Buffers.Text;
using System.Text;
using Stanch.Detection.Filters;
using Stanch.Detection.Model;

namespace Stanch.Detection.Proofs;

/// <summary>The value of an <c>Authorization: Basic</c> header: base 64 of <c>user:password</c>, else it is none.</summary>
internal sealed class BasicCredentials : IProof
{
    /// <summary>Most bytes that a password is looked for in.</summary>
    public const int Longest = 512;

    private const int LeastLetters = 8;

    public string Name => "basic-credentials";

    /// <summary>The password of user and password in base 64; empty for other text.</summary>
    public static ReadOnlySpan<byte> PasswordOf(ReadOnlySpan<byte> text, Span<byte> buffer)
    {
        if (text.Length > buffer.Length || Base64.DecodeFromUtf8(text, buffer, out _, out var written) != OperationStatus.Done)
        {
            return default;
        }

        var colon = buffer[..written].IndexOf((byte)':');
        return colon < 0 ? default : buffer[(colon + 1)..written];
    }

    // Letters alone are a password too where no language explains them.
    private static bool IsConvincing(ReadOnlySpan<byte> password) =>
        PasswordWeight.IsConvincing(password) || (password.Length >= LeastLetters && LetterTriples.IsSurprising(password) && !Wordiness.ReadsLikeWords(password) && !Placeholders.IsPlaceholder(password));

    public ProofResult Check(ProofInput input)
    {
        if (Base64Text.Decode(input.Text) is not { } bytes)
        {
            return ProofResult.Rejected;
        }

        var text = Encoding.Latin1.GetString(bytes);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || PasswordWeight.IsCredentialName(bytes.AsSpan(colon + 1)) || text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'))
            ? ProofResult.Rejected
            : new ProofResult(colon > 0 && IsConvincing(bytes.AsSpan(colon + 1)) ? ProofOutcome.Silent : ProofOutcome.Fails, Reason.Structure);
    }
}
