using System.Text;

namespace Stanch.Sources.StandardInput;

/// <summary>
/// Works out from a patch's header lines which file it changes. Git puts <c>a/</c> and <c>b/</c> before the names, or <c>i/ w/ c/ o/ 1/ 2/</c>
/// (<c>diff.mnemonicPrefix</c>), or nothing (<c>diff.noprefix</c>); other programs write what they were given.
/// </summary>
internal sealed class PatchPaths
{
    private const string Nothing = "/dev/null";
    private string _gitNames = "";
    private string _old = "";
    private bool _isGit;

    /// <summary>The patched file.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Takes a line that is not part of a hunk.</summary>
    public void Take(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("diff --git "u8))
        {
            TakeGit(line["diff --git ".Length..].TrimEnd((byte)'\r'));
        }
        else if (line.StartsWith("diff --cc "u8) || line.StartsWith("diff --combined "u8))
        {
            var name = line[(line.IndexOf("--c"u8) + 3)..];
            (_isGit, _old, _gitNames, Path) = (true, "", "", QuotedPath.Read(name[(name.IndexOf((byte)' ') + 1)..].TrimEnd((byte)'\r')));
        }
        else if (line.StartsWith("--- "u8))
        {
            _old = NameOf(line[4..]);
        }
        else if (line.StartsWith("+++ "u8))
        {
            TakeNew(NameOf(line[4..]));
        }
        else if (line.StartsWith("rename to "u8) || line.StartsWith("copy to "u8))
        {
            Path = QuotedPath.Read(line[(line.IndexOf(" to "u8) + 4)..].TrimEnd((byte)'\r'));
        }
    }

    // "a/name b/name": where both halves are the same name it is that; otherwise later lines tell.
    private void TakeGit(ReadOnlySpan<byte> names)
    {
        (_isGit, _old, _gitNames) = (true, "", Encoding.UTF8.GetString(names));
        var half = names.Length / 2;
        var first = QuotedPath.Read(names[..half]);
        var second = QuotedPath.Read(names[Math.Min(half + 1, names.Length)..]);
        Path = first == second ? first : HasPrefix(first) && HasPrefix(second) && first[2..] == second[2..] ? second[2..] : _gitNames;
    }

    private void TakeNew(string name)
    {
        if (name == Nothing)
        {
            Path = HasPrefix(_old) ? _old[2..] : _old;
            return;
        }

        var isPrefixed = _isGit
            ? HasPrefix(name) && _old != name && !IsUnprefixed(name)
            : name.StartsWith("b/", StringComparison.Ordinal) && (_old == Nothing || _old.StartsWith("a/", StringComparison.Ordinal));
        Path = isPrefixed ? name[2..] : name;
    }

    // A new file under diff.noprefix: both names of the first line are the one.
    private bool IsUnprefixed(string name) => _gitNames == $"{name} {name}";

    private static bool HasPrefix(string name) => name.Length > 2 && name[1] == '/' && name[0] is 'a' or 'b' or 'c' or 'i' or 'o' or 'w' or '1' or '2';

    // Perhaps quoted with octal escapes, perhaps with a tab and a date behind it.
    private static string NameOf(ReadOnlySpan<byte> text)
    {
        var tab = text.IndexOf((byte)'\t');
        return QuotedPath.Read((tab < 0 ? text : text[..tab]).TrimEnd((byte)'\r'));
    }
}
