using System.Globalization;
using System.Text;

namespace Stanch.Detection.Proofs;

/// <summary>
/// The secret of an OIDC application of Yandex Cloud ends in eight hexadecimal digits: the MurmurHash3 of all before them.
/// <see href="https://yandex.cloud/ru/docs/security/operations/search-secrets#additional-validation"/>
/// </summary>
internal sealed class YandexOidcSecret : IProof
{
    private const int CheckLength = 8;

    public string Name => "yandex-oidc-secret";

    public ProofResult Check(ProofInput input)
    {
        var text = input.Text;
        return text.Length <= CheckLength ? ProofResult.Silent : ProofResult.Checksum(text.AsSpan(^CheckLength..).SequenceEqual(Complete(text[..^CheckLength])));
    }

    public string? Complete(string text) => Murmur3.Of(Encoding.Latin1.GetBytes(text)).ToString("x8", CultureInfo.InvariantCulture);
}
