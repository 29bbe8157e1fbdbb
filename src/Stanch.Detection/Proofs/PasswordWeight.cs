using System.Buffers;
using System.Text;
using Stanch.Detection.Assignments;
using Stanch.Detection.Filters;

namespace Stanch.Detection.Proofs;

/// <summary>What a password inside a longer text (an address, a connection string) says by itself.</summary>
internal static class PasswordWeight
{
    public const int ReachBefore = 16;
    public const int ReachAfter = 300;
    private const int Convincing = 8;
    private static readonly SearchValues<byte> AfterHost = SearchValues.Create(":/?#\"' \t\r\n`<>"u8);

    public static ProofResult Weigh(ProofInput input)
    {
        var password = input.Secret;
        if (password.IsEmpty || IsCode(password) || Placeholders.SaysItIsOne(password) || Placeholders.IsReference(Encoding.Latin1.GetString(password)) || password.IndexOfAny("{}<>$"u8) >= 0 && password.IndexOfAny("{<$"u8) <= 1)
        {
            return ProofResult.Rejected;
        }

        if (input.Content[input.MatchStart..input.SecretStart].IndexOf("mailto:"u8) >= 0)
        {
            return ProofResult.Rejected;
        }

        var around = input.Content[Math.Max(0, input.MatchStart - ReachBefore)..Math.Min(input.Content.Length, input.MatchEnd + ReachAfter)];
        var behind = around[(input.MatchEnd - Math.Max(0, input.MatchStart - ReachBefore))..];
        var lineEnd = behind.IndexOfAny((byte)'\n', (byte)'\r');
        var line = lineEnd < 0 ? around : around[..(around.Length - behind.Length + lineEnd)];
        return !IsConvincing(password) ? new ProofResult(ProofOutcome.Fails, Reason.LowEntropy)
            : Mentions(line) ? new ProofResult(ProofOutcome.Fails, Reason.ExampleHost)
            : ProofResult.Silent;
    }

    // pwd = getpwuid(uid)) == 0), String password = null: program text that has the form by chance.
    private static bool IsCode(ReadOnlySpan<byte> password)
    {
        var open = password.IndexOf((byte)'(');
        return password.IndexOfAny((byte)'\n', (byte)'\r') >= 0 || (open >= 0 && password[open..].IndexOf((byte)')') > 0 && ValueShapes.IsName(password[..open]))
            || (password.Length == 4 && (password.SequenceEqual("null"u8) || password.SequenceEqual("NULL"u8)));
    }

    /// <summary>True for a password that is no stand-in and no word that anybody would type into an example.</summary>
    public static bool IsConvincing(ReadOnlySpan<byte> password) =>
        password.Length >= Convincing && ValueShapes.IsMixed(password) && !Placeholders.IsPlaceholder(password) && !Placeholders.IsMadeUp(password) && !Wordiness.ReadsLikeWords(password);

    /// <summary>True for text that only names what would stand there: <c>password</c>, <c>API_KEY</c>, <c>authToken</c>, <c>testpass</c>.</summary>
    public static bool IsCredentialName(ReadOnlySpan<byte> password) =>
        ValueShapes.IsName(password) && (NameWords.Read(password) is { Role: NameRole.Strong, After: 0 } || password.EndsWith("pass"u8));

    /// <summary>True for a host that is reserved for documents and tests. <see href="https://www.rfc-editor.org/rfc/rfc2606"/></summary>
    public static bool NamesReservedHost(ReadOnlySpan<byte> behind)
    {
        var end = behind.IndexOfAny(AfterHost);
        var host = end < 0 ? behind : behind[..end];
        return host.IndexOf("example."u8) >= 0 || host.EndsWith(".example"u8) || host.EndsWith(".test"u8) || host.EndsWith(".invalid"u8);
    }

    private static bool Mentions(ReadOnlySpan<byte> line) =>
        line.IndexOf("example."u8) >= 0 || line.IndexOf("localhost"u8) >= 0 || line.IndexOf("127.0.0.1"u8) >= 0;
}
