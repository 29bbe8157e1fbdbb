using System.Text;

namespace Stanch.Detection.Proofs;

/// <summary>
/// Entra client secrets of the <c>8Q~</c> form end in the first three characters of a Marvin checksum, written in an alphabet of its own. The older
/// <c>7Q~</c> form has none. <see href="https://github.com/microsoft/security-utilities"/>
/// </summary>
internal sealed class EntraClientSecret : IProof
{
    private const string Digits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~";
    private const ulong Seed = 0x4161645077643030; // "AadPwd00"
    private const int CheckLength = 3;
    private const int FullCheckLength = 6;

    public string Name => "entra-client-secret";

    public ProofResult Check(ProofInput input)
    {
        var text = input.Text;
        return text.Length < 34 || text[3..6] != "8Q~"
            ? ProofResult.Silent
            : ProofResult.Checksum(text.EndsWith(Of(text[..^CheckLength]), StringComparison.Ordinal));
    }

    public string? Complete(string text) => Of(text);

    private static string Of(string text)
    {
        var value = Marvin.Of(Encoding.Latin1.GetBytes(text), Seed);
        var encoded = new StringBuilder();
        for (; value > 0; value /= (uint)Digits.Length)
        {
            encoded.Insert(0, Digits[(int)(value % Digits.Length)]);
        }

        return encoded.ToString().PadLeft(FullCheckLength, Digits[0])[..CheckLength];
    }
}
