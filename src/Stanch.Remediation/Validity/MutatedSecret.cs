namespace Stanch.Remediation.Validity;

/// <summary>
/// The negative control: a text of the secret's own format that nobody was ever given. Where a provider accepts it too, the check itself is broken, and its "yes"
/// means nothing.
/// </summary>
internal static class MutatedSecret
{
    private const int Step = 7;

    /// <param name="secret">The real one.</param>
    /// <param name="publicPrefix">How many leading characters are the format's own and stay.</param>
    public static string Of(string secret, int publicPrefix)
    {
        var mutated = secret.ToCharArray();
        for (var i = Math.Min(publicPrefix, mutated.Length); i < mutated.Length; i++) mutated[i] = Next(mutated[i]);
        return new string(mutated);
    }

    /// <summary>For a secret that is an address only what stands behind the host changes, or another host would be asked.</summary>
    public static string OfAddress(string secret)
    {
        var path = secret.IndexOf('/', secret.IndexOf("://", StringComparison.Ordinal) + 3);
        if (path < 0) return secret;
        // The last segment holds the secret; those before it say what is addressed.
        var last = secret.LastIndexOf('/');
        return secret[..last] + Of(secret[last..], 0);
    }

    private static char Next(char c) => c switch
    {
        >= '0' and <= '9' => (char)('0' + ((c - '0' + Step) % 10)),
        >= 'a' and <= 'f' => (char)('a' + ((c - 'a' + 1) % 6)),
        >= 'g' and <= 'z' => (char)('g' + ((c - 'g' + Step) % 20)),
        >= 'A' and <= 'F' => (char)('A' + ((c - 'A' + 1) % 6)),
        >= 'G' and <= 'Z' => (char)('G' + ((c - 'G' + Step) % 20)),
        _ => c,
    };
}
