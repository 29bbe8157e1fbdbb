namespace Stanch.Detection.Proofs;

/// <summary>Base 62 with digits first, then capitals, then small letters.</summary>
internal static class Base62
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>The number in <paramref name="length"/> characters, padded with zeros on the left.</summary>
    public static string Encode(uint value, int length) => string.Create(length, value, static (text, rest) =>
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            text[i] = Digits[(int)(rest % 62)];
            rest /= 62;
        }
    });
}
