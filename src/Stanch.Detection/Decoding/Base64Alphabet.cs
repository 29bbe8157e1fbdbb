namespace Stanch.Detection.Decoding;

/// <summary>Both alphabets of base 64 at once: <see href="https://www.rfc-editor.org/rfc/rfc4648"/>, sections 4 and 5.</summary>
internal static class Base64Alphabet
{
    public static readonly System.Buffers.SearchValues<byte> Bytes = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_"u8);

    private static readonly sbyte[] Values = MakeValues();

    public static bool Holds(byte b) => Values[b] >= 0;

    /// <summary>The six bits of a character, −1 for one of another alphabet.</summary>
    public static int ValueOf(byte b) => Values[b];

    private static sbyte[] MakeValues()
    {
        var values = new sbyte[256];
        Array.Fill(values, (sbyte)-1);
        var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8;
        for (var i = 0; i < alphabet.Length; i++)
        {
            values[alphabet[i]] = (sbyte)i;
        }

        values['-'] = 62;
        values['_'] = 63;
        return values;
    }
}
