using System.Globalization;
using System.Text;

namespace Stanch.Detection.Proofs;

/// <summary>Tokens that end in the CRC-32 of all before it, as eight hexadecimal digits. Where it fails nothing is said: the providers do not publish it.</summary>
internal sealed class Crc32Suffix : IProof
{
    private const int CheckLength = 8;

    public string Name => "crc32-suffix";

    public ProofResult Check(ProofInput input)
    {
        var text = input.Text;
        if (text.Length <= CheckLength)
        {
            return ProofResult.Silent;
        }

        var body = text[..^CheckLength];
        var check = text[^CheckLength..];
        var holds = string.Equals(check, Of(body), StringComparison.OrdinalIgnoreCase) || string.Equals(check, Of(body.TrimEnd('_', '-', '.')), StringComparison.OrdinalIgnoreCase);
        return holds ? ProofResult.Checksum(true) : ProofResult.Silent;
    }

    public string? Complete(string text) => Of(text);

    private static string Of(string text) => Crc32.Of(Encoding.Latin1.GetBytes(text)).ToString("x8", CultureInfo.InvariantCulture);
}
