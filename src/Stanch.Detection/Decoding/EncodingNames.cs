namespace Stanch.Detection.Decoding;

/// <summary>What reports call each encoding: the entries of <see cref="Finding.Decoded"/>.</summary>
internal static class EncodingNames
{
    public static string Of(TextEncoding encoding) => encoding switch
    {
        TextEncoding.Base64 => "base64",
        TextEncoding.Hex => "hex",
        TextEncoding.Percent => "percent",
        TextEncoding.Html => "html",
        TextEncoding.Escapes => "escapes",
        TextEncoding.QuotedPrintable => "quoted-printable",
        TextEncoding.Concatenation => "concatenation",
        TextEncoding.Gzip => "gzip",
        TextEncoding.Utf16 => "utf-16",
        TextEncoding.Jwt => "jwt",
        TextEncoding.DataUri => "data-uri",
        TextEncoding.KubernetesSecret => "kubernetes-secret",
        _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, "no such encoding"),
    };

    /// <summary>The reason code that a finding carries for it.</summary>
    public static string ReasonOf(string name) => $"in-{name}";
}
