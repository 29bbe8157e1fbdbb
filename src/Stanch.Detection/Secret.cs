namespace Stanch.Detection;

/// <summary>
/// Sensitive text. It cannot print, serialise or compare itself by accident: <see cref="ToString"/> says "***", and only
/// <see cref="Reveal"/>, easy to search for, gives the text. What may be shown of it is <see cref="Redacted"/>.
/// </summary>
/// <param name="text">The secret itself.</param>
/// <param name="publicPrefix">How many leading characters belong to the format and not to the secret (<c>ghp_</c>: 4).</param>
public readonly struct Secret(string text, int publicPrefix = 0)
{
    private const int MostShown = 4;
    private const int ShownShare = 6;
    private readonly string? _text = text;
    private readonly int _publicPrefix = publicPrefix;

    public int Length => _text?.Length ?? 0;

    /// <summary>The secret in clear. Every call is a place to review.</summary>
    public string Reveal() => _text ?? "";

    /// <summary>The format's own prefix, then at most four characters and never more than a sixth of the rest, then an ellipsis: enough to recognise, never enough to use.</summary>
    public string Redacted()
    {
        var text = _text ?? "";
        var prefix = Math.Min(_publicPrefix, text.Length);
        var shown = Math.Min(MostShown, (text.Length - prefix) / ShownShare);
        var firstBreak = text.AsSpan().IndexOfAny('\r', '\n');
        var end = firstBreak < 0 ? prefix + shown : Math.Min(prefix + shown, firstBreak);
        end -= end > 0 && char.IsHighSurrogate(text[end - 1]) ? 1 : 0;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    /// <summary>True when both hold the same text.</summary>
    public bool SameAs(Secret other) => string.Equals(_text, other._text, StringComparison.Ordinal);

    public override string ToString() => "***";
}
