namespace Stanch.Catalogue.Format.Examples;

/// <summary>The checksum of Bech32 (https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki), which age's keys end in.</summary>
internal static class Bech32Checksum
{
    private const string Alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private const int Length = 6;
    private static readonly uint[] s_generator = [0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3];

    /// <param name="token">The part for people, a 1, and the data, in one case.</param>
    /// <returns>Six characters in the same case.</returns>
    public static string Compute(string token)
    {
        var lower = token.ToLowerInvariant();
        var separator = lower.LastIndexOf('1');
        var people = lower[..separator];
        var values = people.Select(c => c >> 5)
            .Append(0)
            .Concat(people.Select(c => c & 31))
            .Concat(lower[(separator + 1)..].Select(c => Alphabet.IndexOf(c)))
            .Concat(new int[Length]);
        var remainder = values.Aggregate(1u, Step) ^ 1;
        var checksum = string.Concat(Enumerable.Range(0, Length).Select(i => Alphabet[(int)(remainder >> (5 * (Length - 1 - i)) & 31)]));
        return lower == token ? checksum : checksum.ToUpperInvariant();
    }

    private static uint Step(uint sum, int value)
    {
        var top = sum >> 25;
        sum = (sum & 0x1FFFFFF) << 5 ^ (uint)value;
        for (var i = 0; i < s_generator.Length; i++)
            sum ^= (top >> i & 1) != 0 ? s_generator[i] : 0;
        return sum;
    }
}
