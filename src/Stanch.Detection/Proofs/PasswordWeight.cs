using System.Text;
using Stanch.Detection.Filters;

namespace Stanch.Detection.Proofs;

/// <summary>What a password inside a longer text (an address, a connection string) says by itself.</summary>
internal static class PasswordWeight
{
    private const int Around = 300;
    private const int Convincing = 8;

    public static ProofResult Weigh(ProofInput input)
    {
        var password = input.Secret;
        if (password.IsEmpty || Placeholders.IsReference(Encoding.Latin1.GetString(password)) || password.IndexOfAny("{}<>$"u8) >= 0 && password.IndexOfAny("{<$"u8) <= 1)
        {
            return ProofResult.Rejected;
        }

        var around = input.Content[Math.Max(0, input.MatchStart - 16)..Math.Min(input.Content.Length, input.MatchEnd + Around)];
        var lineEnd = around.IndexOfAny((byte)'\n', (byte)'\r');
        var line = lineEnd > 16 ? around[..lineEnd] : around;
        return Placeholders.IsPlaceholder(password) || password.Length < Convincing || Wordiness.ReadsLikeWords(password) || Mentions(line)
            ? new ProofResult(ProofOutcome.Fails, Reason.LowEntropy)
            : ProofResult.Silent;
    }

    private static bool Mentions(ReadOnlySpan<byte> line) =>
        line.IndexOf("example."u8) >= 0 || line.IndexOf("localhost"u8) >= 0 || line.IndexOf("127.0.0.1"u8) >= 0;
}
