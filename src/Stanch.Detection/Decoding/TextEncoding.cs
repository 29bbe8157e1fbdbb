namespace Stanch.Detection.Decoding;

/// <summary>How text was hidden, or what held it. The names of <see cref="EncodingNames"/> stand in reports.</summary>
internal enum TextEncoding
{
    None,
    Base64,
    Hex,
    Percent,
    Html,
    Escapes,
    QuotedPrintable,
    Concatenation,
    Gzip,
    Utf16,

    /// <summary>Base 64 between the full stops of a JSON Web Token.</summary>
    Jwt,

    /// <summary>Base 64 behind <c>data:…;base64,</c>.</summary>
    DataUri,

    /// <summary>A value of a Kubernetes Secret.</summary>
    KubernetesSecret,
}
