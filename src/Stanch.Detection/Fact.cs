namespace Stanch.Detection;

/// <summary>What a secret says about itself without a network: an account id, an issue date, test or live mode. Never the secret or a part of it.</summary>
/// <param name="Name">camelCase, as it stands in reports: <c>accountId</c>.</param>
/// <param name="Value">Text; instants are ISO 8601 in UTC, dates <c>yyyy-MM-dd</c> or <c>yyyy-MM</c>.</param>
public sealed record Fact(string Name, string Value)
{
    private const int MostCharacters = 200;

    /// <summary>Comes from what was scanned: control characters, with which it could write on a terminal, are replaced, and it is cut at 200 characters.</summary>
    public string Value { get; } = Printable(Value);

    private static string Printable(string text)
    {
        var kept = text.AsSpan(0, Math.Min(text.Length, MostCharacters));
        return kept.Length == text.Length && !text.Any(char.IsControl)
            ? text
            : string.Create(kept.Length, text, static (printable, all) =>
            {
                for (var i = 0; i < printable.Length; i++)
                {
                    printable[i] = char.IsControl(all[i]) ? '\uFFFD' : all[i];
                }
            });
    }
}
