namespace Stanch.Detection;

/// <summary>The reason codes that findings carry. Explained to users in <c>docs/detection.md</c> and in one table of the text report.</summary>
public static class Reason
{
    public const string Format = "format";
    public const string Checksum = "checksum";
    public const string ChecksumFails = "checksum-fails";
    public const string Structure = "structure";
    public const string StructureFails = "structure-fails";
    public const string ProviderName = "provider-name";
    public const string NearName = "near-name";
    public const string Name = "name";
    public const string WeakName = "weak-name";
    public const string Entropy = "entropy";
    public const string LowEntropy = "low-entropy";
    public const string ExampleHost = "example-host";
    public const string Words = "words";
    public const string Bare = "bare";
    public const string Pair = "pair";
    public const string FileName = "file-name";
    public const string Alone = "alone";
    public const string PairElsewhere = "pair-elsewhere";
    public const string WeakFormat = "weak-format";
    public const string TestPath = "test-path";
    public const string ExamplePath = "example-path";
    public const string DocumentationExample = "documentation-example";
    public const string Binary = "binary";
    public const string InBase64 = "in-base64";
    public const string InHex = "in-hex";
    public const string InPercent = "in-percent";
    public const string InHtml = "in-html";
    public const string InEscapes = "in-escapes";
    public const string InQuotedPrintable = "in-quoted-printable";
    public const string InConcatenation = "in-concatenation";
    public const string InGzip = "in-gzip";
    public const string InUtf16 = "in-utf-16";
    public const string InJwt = "in-jwt";
    public const string InDataUri = "in-data-uri";
    public const string InKubernetesSecret = "in-kubernetes-secret";
    public const string ForName = "for-name";
    public const string ForCharacters = "for-characters";
    public const string ForSpelling = "for-spelling";
    public const string ForLength = "for-length";
    public const string ForForm = "for-form";
    public const string ForSyntax = "for-syntax";
    public const string ForLine = "for-line";
    public const string ForNeighbours = "for-neighbours";
    public const string ForFile = "for-file";
    public const string AgainstName = "against-name";
    public const string AgainstCharacters = "against-characters";
    public const string AgainstSpelling = "against-spelling";
    public const string AgainstLength = "against-length";
    public const string AgainstForm = "against-form";
    public const string AgainstSyntax = "against-syntax";
    public const string AgainstLine = "against-line";
    public const string AgainstNeighbours = "against-neighbours";
    public const string AgainstFile = "against-file";
}
