using System.Buffers;
using Stanch.Detection.Assignments;
using Stanch.Detection.Filters;
using Stanch.Detection.Proofs;
using Stanch.Detection.Scanning;

namespace Stanch.Detection.Decoding;

/// <summary>
/// Every value of a Kubernetes Secret: base 64 under <c>data</c>, in clear under <c>stringData</c>, each judged by its own key and its decoded text.
/// <see href="https://kubernetes.io/docs/concepts/configuration/secret/"/>
/// </summary>
internal sealed class KubernetesSecret : IProof, IMatchReader
{
    private const int LeastNamed = 4;
    private const int LeastOther = 8;

    public string Name => "kubernetes-secret";

    public ProofResult Check(ProofInput input) => ProofResult.Silent;

    public void Read(ReadOnlySpan<byte> content, int number, int keywordStart, int keywordEnd, List<FoundMatch> found)
    {
        var manifest = new ManifestReader(content, number, found);
        manifest.Read(keywordStart, keywordEnd);
    }

    public Candidate? Refine(ReadOnlySpan<byte> content, FoundMatch match, Detector detector, out Gate gate)
    {
        var text = match.Secret(content);
        var isEncoded = content[match.Start] != (byte)'s';
        var buffer = ArrayPool<byte>.Shared.Rent(text.Length);
        try
        {
            var length = isEncoded ? DecodedValue.FromBase64(text, buffer) : Copy(text, buffer);

            // Encoded twice by mistake, as templates do.
            while (isEncoded && length >= EncodingGate.LeastRun && RunGate.TryAccept(buffer, 0, Base64Length(buffer.AsSpan(0, length)), out _) && DecodedValue.FromBase64(buffer.AsSpan(0, length), buffer) is > 0 and var again)
            {
                length = again;
            }

            var value = buffer.AsSpan(0, Math.Max(0, length)).TrimEnd("\r\n"u8);
            var isText = RunGate.IsPrintable(value);
            var role = NameWords.RoleOf(match.Assignment.Name(content));
            gate = length < 0 ? Gate.Shape : Filter(value, isText, match.Assignment.Name(content), role);
            return gate != Gate.Passed ? null : Make(match, detector, value, isText ? Refiner.Decode(value) : Refiner.Decode(text), role, isEncoded);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static int Base64Length(ReadOnlySpan<byte> text) => text.IndexOfAnyExcept(Base64Alphabet.Bytes) is >= 0 and var length ? length : text.Length;

    private static int Copy(ReadOnlySpan<byte> text, Span<byte> buffer)
    {
        text.CopyTo(buffer);
        return text.Length;
    }

    private static Gate Filter(ReadOnlySpan<byte> value, bool isText, ReadOnlySpan<byte> name, NameRole role)
    {
        var isNamed = role == NameRole.Strong || IsRegistry(name);
        if (value.Length < (isNamed ? LeastNamed : LeastOther))
        {
            return Gate.Length;
        }

        if (role is NameRole.NotCredential or NameRole.Fake && !IsRegistry(name))
        {
            return Gate.Name;
        }

        if (!isText)
        {
            return Gate.Passed;
        }

        // A file in a value (a certificate, a configuration) is searched for what it holds; lines that nothing is found in are worth a look.
        return (!IsRegistry(name) && DecodedValue.IsStandIn(value)) || ValueShapes.RepeatsName(value, name) ? Gate.Placeholder
            : value.StartsWith("-----BEGIN"u8) || (!isNamed && !CouldBeSecret(value) && !HasLines(value)) ? Gate.Shape
            : Gate.Passed;
    }

    private static bool CouldBeSecret(ReadOnlySpan<byte> value) => ValueShapes.CouldBeSecret(value, new Assignment(0, 0, 0, value.Length, Separator.Colon, Quoted: true));

    private static bool HasLines(ReadOnlySpan<byte> value) => value.IndexOf((byte)'\n') >= 0 && value[0] is not ((byte)'{' or (byte)'<' or (byte)'#');

    private static bool IsRegistry(ReadOnlySpan<byte> name) => name.SequenceEqual(".dockercfg"u8) || name.SequenceEqual(".dockerconfigjson"u8);

    private static Candidate Make(FoundMatch match, Detector detector, ReadOnlySpan<byte> value, string shown, NameRole role, bool isEncoded)
    {
        var words = Wordiness.ReadsLikeWords(value) || !CouldBeSecret(value);
        var strong = value.Length >= LeastOther && !words && GenericValues.IsRandom(value);
        var candidate = new Candidate
        {
            Detector = detector,
            Secret = new Secret(shown),
            Start = match.SecretStart,
            End = match.SecretEnd,
            Evidence = strong && role == NameRole.Strong ? Evidence.Likely : Evidence.Review,
            Reasons = [role == NameRole.Strong ? Reason.Name : Reason.WeakName, strong ? Reason.Entropy : words ? Reason.Words : Reason.LowEntropy],
            Facts = [],
            Assignment = match.Assignment,
            IsNamedByPlace = true,
            Decoded = isEncoded ? [EncodingNames.Of(TextEncoding.KubernetesSecret), EncodingNames.Of(TextEncoding.Base64)] : [],
        };
        if (isEncoded)
        {
            candidate.AddReason(Reason.InBase64);
        }

        candidate.AddReason(Reason.InKubernetesSecret);
        return candidate;
    }
}
