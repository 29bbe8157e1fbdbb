namespace Stanch.Detection.Paths;

/// <summary>What a glob says of one path segment, the text between two slashes.</summary>
internal sealed class GlobSegment
{
    private readonly GlobToken[] _tokens;
    private readonly string? _literal;

    public GlobSegment(IReadOnlyList<GlobToken> tokens, bool isAnyFolders)
    {
        _tokens = [.. tokens];
        IsAnyFolders = isAnyFolders;
        if (!isAnyFolders && tokens.All(token => token.Kind == GlobTokenKind.Literal))
            _literal = string.Concat(tokens.Select(token => token.Literal));
    }

    /// <summary>True for <c>**</c>: any number of segments.</summary>
    public bool IsAnyFolders { get; }

    // Two cursors and one way back to the last star: quadratic at worst, never exponential.
    public bool Matches(ReadOnlySpan<char> text)
    {
        if (_literal is not null) return text.SequenceEqual(_literal);
        int at = 0, token = 0, star = -1, starAt = 0;
        while (at < text.Length)
        {
            if (token < _tokens.Length && _tokens[token].Kind == GlobTokenKind.AnyRun)
            {
                star = token++;
                starAt = at;
            }
            else if (token < _tokens.Length && _tokens[token].Matches(text[at]))
            {
                token++;
                at++;
            }
            else if (star >= 0)
            {
                token = star + 1;
                at = ++starAt;
            }
            else
            {
                return false;
            }
        }
        while (token < _tokens.Length && _tokens[token].Kind == GlobTokenKind.AnyRun) token++;
        return token == _tokens.Length;
    }
}
