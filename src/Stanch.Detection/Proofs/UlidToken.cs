namespace Stanch.Detection.Proofs;

/// <summary>
/// Tokens that end in a ULID, whose first ten characters are the milliseconds since 1970 in Crockford's base 32: when it was made.
/// <see href="https://github.com/ulid/spec"/>
/// </summary>
internal sealed class UlidToken : IProof
{
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 26;
    private const int TimeLength = 10;

    // The form is of 2016. Random text that only looks like a ULID names a time far beyond.
    private static readonly DateTimeOffset Earliest = new(2016, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public string Name => "ulid";

    public ProofResult Check(ProofInput input)
    {
        var text = input.Text;
        return text.Length >= Length && Milliseconds(text.AsSpan(text.Length - Length, TimeLength)) is { } time && time >= Earliest.ToUnixTimeMilliseconds() && time < Latest.ToUnixTimeMilliseconds()
            ? ProofResult.Told(new Fact("created", Instants.ToText(DateTimeOffset.FromUnixTimeMilliseconds(time))))
            : ProofResult.Silent;
    }

    private static long? Milliseconds(ReadOnlySpan<char> text)
    {
        var value = 0L;
        foreach (var c in text)
        {
            var digit = Digits.IndexOf(c, StringComparison.OrdinalIgnoreCase);
            if (digit < 0)
            {
                return null;
            }

            value = value << 5 | (long)digit;
        }

        return value;
    }
}
