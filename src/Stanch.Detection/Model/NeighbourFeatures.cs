using Stanch.Detection.Assignments;

namespace Stanch.Detection.Model;

/// <summary>What stands around an assignment: lines of the same form, what they hold, and whether an account is named.</summary>
internal static class NeighbourFeatures
{
    /// <summary>How far to either side anything is looked at, in bytes.</summary>
    public const int Reach = 512;

    private const int LinesLooked = 3;
    private const int AccountReach = 200;
    private static readonly System.Buffers.SearchValues<string> Accounts = System.Buffers.SearchValues.Create(["user", "login", "email", "host", "account", "client_id", "clientid", "server", "port"], StringComparison.OrdinalIgnoreCase);

    public static void Describe(ReadOnlySpan<byte> content, Assignment assignment, Span<byte> features)
    {
        var (start, end) = (Math.Min(assignment.NameStart, assignment.ValueStart), Math.Max(assignment.NameEnd, assignment.ValueEnd));
        var before = content[Math.Max(0, start - Reach)..start];
        var after = content[end..Math.Min(content.Length, end + Reach)];
        var own = SyntaxFeatures.LineBefore(content, start);
        var siblings = new Siblings(own.TrimStart(" \t"u8).Length == 0 ? content[assignment.NameStart] : own.TrimStart(" \t"u8)[0], own.Length - own.TrimStart(" \t"u8).Length);
        ReadBackward(before[..Math.Max(0, before.Length - own.Length)], ref siblings);
        ReadForward(after, ref siblings);
        ValueFeatures.Set(features, Feature.Siblings, siblings.Count);
        ValueFeatures.Set(features, Feature.SiblingWordLikeness, siblings.WordLikeness);
        ValueFeatures.Set(features, Feature.SiblingBlanks, siblings.Blanks);
        ValueFeatures.Set(features, Feature.ForeignText, ShareOfForeign(before, after));
        ValueFeatures.Set(features, Feature.AccountNear, NamesAccount(before[Math.Max(0, before.Length - AccountReach)..]) || NamesAccount(after[..Math.Min(after.Length, AccountReach)]) ? 1 : 0);
    }

    private static void ReadBackward(ReadOnlySpan<byte> before, ref Siblings siblings)
    {
        for (var i = 0; i < LinesLooked && !before.IsEmpty; i++)
        {
            before = before.TrimEnd("\r\n"u8);
            var line = before.LastIndexOf((byte)'\n') + 1;
            siblings.Add(before[line..]);
            before = before[..line];
        }
    }

    private static void ReadForward(ReadOnlySpan<byte> after, ref Siblings siblings)
    {
        for (var i = 0; i <= LinesLooked; i++)
        {
            var end = after.IndexOf((byte)'\n');
            if (end < 0)
            {
                return;
            }

            if (i > 0)
            {
                siblings.Add(after[..end]);
            }

            after = after[(end + 1)..];
        }
    }

    private static int ShareOfForeign(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        var foreign = 0;
        foreach (var b in before)
        {
            foreign += b >= 0x80 ? 1 : 0;
        }

        foreach (var b in after)
        {
            foreign += b >= 0x80 ? 1 : 0;
        }

        return foreign * 100 / Math.Max(1, before.Length + after.Length);
    }

    private static bool NamesAccount(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[AccountReach];
        var length = System.Text.Encoding.Latin1.GetChars(bytes, text);
        return System.MemoryExtensions.ContainsAny(text[..length], Accounts);
    }

    /// <summary>Lines near by that start as this one does.</summary>
    private ref struct Siblings(byte first, int indent)
    {
        private int _words;

        public int Count { get; private set; }

        public int Blanks { get; private set; }

        public readonly int WordLikeness => Count == 0 ? LetterTriples.Even * 4 : _words / Count;

        public void Add(ReadOnlySpan<byte> line)
        {
            var text = line.TrimStart(" \t"u8);
            if (text.IsEmpty || line.Length - text.Length != indent || char.IsAsciiLetter((char)text[0]) != char.IsAsciiLetter((char)first)
                || (!char.IsAsciiLetter((char)first) && text[0] != first))
            {
                return;
            }

            var separator = text.IndexOfAny((byte)'=', (byte)':');
            if (separator < 0)
            {
                return;
            }

            var value = text[(separator + 1)..].Trim(" \t\r,;"u8);
            Count++;
            Blanks += value.Count((byte)' ');
            _words += LetterTriples.Of(value, 5).Mean;
        }
    }
}
