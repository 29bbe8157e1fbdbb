using Stanch.Catalogue.Format;

namespace Stanch.Remediation.Validity;

/// <summary>What a provider answered, as far as it is looked at.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">Its text, cut off at a limit.</param>
/// <param name="Scopes">What a header says of the token's rights; null for nothing.</param>
internal sealed record Answer(int Status, string Body, string? Scopes)
{
    /// <summary>Reads the answer: yes, no, or neither. Of two that fit, the one that asks for more is meant.</summary>
    public Detection.Validity Read(ValidityCheck check)
    {
        var valid = Fits(check.Valid);
        var invalid = check.Invalid is { } no && Fits(no);
        if (valid && invalid) return check.Invalid!.Body is not null && check.Valid.Body is null ? Detection.Validity.Invalid : Detection.Validity.Valid;
        return valid ? Detection.Validity.Valid : invalid ? Detection.Validity.Invalid : Detection.Validity.Unknown;
    }

    private bool Fits(ValidityAnswer expected) =>
        (expected.Status.Count == 0 || expected.Status.Contains(Status)) && (expected.Body is null || HasBody(expected.Body));

    // A provider may put blanks into its JSON as it likes.
    private bool HasBody(string expected) =>
        Body.Contains(expected, StringComparison.Ordinal) || WithoutBlanks(Body).Contains(WithoutBlanks(expected), StringComparison.Ordinal);

    private static string WithoutBlanks(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
