namespace Stanch.Detection.Proofs;

/// <summary>
/// Azure keys of the common annotated form: 84 or 88 characters with <c>JQQJ99</c> at offset 52; the two characters after the key kind say year and month of issue.
/// <see href="https://github.com/microsoft/security-utilities"/>
/// </summary>
internal sealed class AzureCask : IProof
{
    private const int SignatureOffset = 52;
    private const int DateOffset = 58;
    private const int ProviderOffset = 76;
    private const int FirstYear = 2024;
    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    public string Name => "azure-cask";

    public ProofResult Check(ProofInput input)
    {
        var text = input.Text;
        if (text.Length < 84 || string.CompareOrdinal(text, SignatureOffset, "JQQJ99", 0, 6) != 0)
        {
            return ProofResult.Silent;
        }

        var year = Digits.IndexOf(text[DateOffset], StringComparison.Ordinal);
        var month = Digits.IndexOf(text[DateOffset + 1], StringComparison.Ordinal);
        return month is >= 0 and < 12 && year >= 0
            ? ProofResult.Structure(new Fact("issued", $"{FirstYear + year}-{month + 1:D2}"), new Fact("providerSignature", text.Substring(ProviderOffset, 4)))
            : ProofResult.Structure();
    }
}
