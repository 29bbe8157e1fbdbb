using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Text;
using Stanch.Detection;
using Stanch.Detection.Hashing;

namespace Stanch.Policy;

/// <summary>
/// Computes the keyed hash of secrets: the same for the same text wherever it stands, whichever detector found it. Each distinct value is
/// hashed once. Safe for many threads.
/// </summary>
/// <param name="key">The project's key.</param>
public sealed class Fingerprinter(FingerprintKey key)
{
    private const int Rounds = 100_000;
    private const int Length = 16;
    private const int PrefixLength = 3;
    private const int TextLength = PrefixLength + 22;

    private readonly ConcurrentDictionary<(FingerprintScheme Scheme, string Value), Lazy<string>> _known = new();

    /// <summary>Names the key.</summary>
    public string KeyId { get; } = key.Id;

    /// <summary>
    /// The fingerprint: <c>h1:</c> or <c>p1:</c> and 128 bits in base64url. The first is HMAC-SHA-256 under the key, for values that nobody can
    /// guess; the second PBKDF2 with the key as salt, tens of milliseconds each, so that a published baseline does not give short passwords away.
    /// </summary>
    public string Of(Finding finding) => Of(finding.Secret, Guessability.SchemeOf(finding));

    /// <summary>True when this is the finding's fingerprint, in whichever scheme it was made: a detector that changed its mind about a format loses nothing.</summary>
    public bool Matches(Finding finding, string fingerprint) =>
        TrySchemeOf(fingerprint, out var scheme) && string.Equals(Of(finding.Secret, scheme), fingerprint, StringComparison.Ordinal);

    /// <summary>True when a text has the shape of a fingerprint.</summary>
    public static bool IsWellFormed(string text) =>
        TrySchemeOf(text, out _) && text.Length == TextLength && Base64Url.IsValid(text.AsSpan(PrefixLength));

    private static bool TrySchemeOf(string fingerprint, out FingerprintScheme scheme)
    {
        scheme = fingerprint.StartsWith("h1:", StringComparison.Ordinal) ? FingerprintScheme.H1 : FingerprintScheme.P1;
        return scheme == FingerprintScheme.H1 || fingerprint.StartsWith("p1:", StringComparison.Ordinal);
    }

    private string Of(Secret secret, FingerprintScheme scheme) =>
        _known.GetOrAdd((scheme, secret.Reveal()), static (value, key) => new Lazy<string>(() => Compute(value.Scheme, value.Value, key)), key).Value;

    private static string Compute(FingerprintScheme scheme, string value, FingerprintKey key)
    {
        var text = Encoding.UTF8.GetBytes(value);
        return scheme == FingerprintScheme.H1
            ? "h1:" + Base64Url.EncodeToString(HmacSha256.Hash(key.Bytes, text).AsSpan(0, Length))
            : "p1:" + Base64Url.EncodeToString(HmacSha256.Pbkdf2(text, key.Bytes, Rounds, Length));
    }
}
