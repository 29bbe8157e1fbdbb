namespace Stanch.Detection.Proofs;

/// <summary>Age secret keys are Bech32 with its six-character checksum. <see href="https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki"/></summary>
internal sealed class AgeBech32 : IProof
{
    private const string Digits = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private const int CheckLength = 6;
    private static readonly uint[] Generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

    public string Name => "age-bech32";

    public ProofResult Check(ProofInput input)
    {
        var text = input.Text.ToLowerInvariant();
        var separator = text.LastIndexOf('1');
        return separator > 0 && Values(text[(separator + 1)..]) is { } values
            ? ProofResult.Checksum(Polymod([.. Expand(text[..separator]), .. values]) == 1)
            : ProofResult.Checksum(false);
    }

    public string? Complete(string text)
    {
        var lower = text.ToLowerInvariant();
        var separator = lower.LastIndexOf('1');
        var check = Polymod([.. Expand(lower[..separator]), .. Values(lower[(separator + 1)..]) ?? [], 0, 0, 0, 0, 0, 0]) ^ 1;
        var characters = Enumerable.Range(0, CheckLength).Select(i => Digits[(int)(check >> 5 * (CheckLength - 1 - i)) & 31]);
        return string.Concat(characters).ToUpperInvariant();
    }

    private static byte[]? Values(string text)
    {
        var values = text.Select(c => Digits.IndexOf(c, StringComparison.Ordinal)).ToArray();
        return values.Contains(-1) ? null : [.. values.Select(value => (byte)value)];
    }

    private static IEnumerable<byte> Expand(string prefix) => [.. prefix.Select(c => (byte)(c >> 5)), 0, .. prefix.Select(c => (byte)(c & 31))];

    private static uint Polymod(byte[] values)
    {
        var check = 1u;
        foreach (var value in values)
        {
            var top = check >> 25;
            check = (check & 0x1ffffff) << 5 ^ value;
            for (var i = 0; i < Generators.Length; i++)
            {
                check ^= (top >> i & 1) != 0 ? Generators[i] : 0;
            }
        }

        return check;
    }
}
