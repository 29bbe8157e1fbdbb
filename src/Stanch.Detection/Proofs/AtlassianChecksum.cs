using System.Text;

namespace Stanch.Detection.Proofs;

/// <summary>
/// Atlassian tokens (<c>ATATT3…=</c>, <c>ATCTT3…=</c>, <c>ATBB…</c>) end in eight hexadecimal digits: the CRC-32 of what stands before. Holds on some
/// samples only, so that a failure says little; it does not lower the evidence.
/// </summary>
internal sealed class AtlassianChecksum : IProof
{
    private const int CheckLength = 8;

    public string Name => "atlassian-checksum";

    public ProofResult Check(ProofInput input)
    {
        var text = input.Text;
        return text.Length > CheckLength && string.Equals(text[^CheckLength..], Of(text[..^CheckLength]), StringComparison.OrdinalIgnoreCase)
            ? ProofResult.Checksum(true)
            : ProofResult.Silent;
    }

    public string? Complete(string text) => Of(text);

    private static string Of(string text)
    {
        var body = text.EndsWith('=') ? text[..^1] : text;
        return Crc32.Of(Encoding.Latin1.GetBytes(body)).ToString("X8", System.Globalization.CultureInfo.InvariantCulture);
    }
}
