using System.Buffers;
using Stanch.Detection;

namespace Stanch.Policy;

/// <summary>
/// Decides whether a value may be guessed, and so which scheme its fingerprint has. It cannot when all of this holds: its detector is built in, knows the
/// provider and needs no context; the format has a prefix of its own (so a machine issued it: a password inside a connection string has
/// none); and the rest of it, length times bits for a character of the alphabets that it uses, is worth 80 bits or more.
/// </summary>
internal static class Guessability
{
    private const double EnoughBits = 80;
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    public static FingerprintScheme SchemeOf(Finding finding)
    {
        var detector = finding.Detector;
        var isIssued = !detector.IsGeneric && !detector.IsCustom && detector.Context == DetectorContext.Inside && detector.Pattern.PublicPrefix > 0;
        return isIssued && Bits(finding.Secret.Reveal().AsSpan(), detector.Pattern.PublicPrefix) >= EnoughBits ? FingerprintScheme.H1 : FingerprintScheme.P1;
    }

    private static double Bits(ReadOnlySpan<char> value, int publicPrefix)
    {
        var random = value[Math.Min(publicPrefix, value.Length)..];
        return random.Length * Math.Log2(AlphabetSize(random));
    }

    private static int AlphabetSize(ReadOnlySpan<char> text)
    {
        var lower = text.ContainsAnyInRange('a', 'z');
        var upper = text.ContainsAnyInRange('A', 'Z');
        var digits = text.ContainsAnyInRange('0', '9');
        var isHex = !(lower && upper) && !text.ContainsAnyExcept(HexDigits);
        if (isHex) return lower || upper ? 16 : 10;
        return Math.Max(1, (lower ? 26 : 0) + (upper ? 26 : 0) + (digits ? 10 : 0));
    }
}
