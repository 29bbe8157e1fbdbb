using System.Globalization;
using System.Text;

namespace Stanch.Cli.Terminals;

/// <summary>
/// Passes text on, but no character that a terminal obeys: file names and messages may quote what an attacker wrote. Line feeds and tabs stay.
/// </summary>
internal sealed class HarmlessWriter(TextWriter inner) : TextWriter(CultureInfo.InvariantCulture)
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        if (IsHarmless(value)) inner.Write(value);
        else inner.Write(value < 0x100 ? $"\\x{(int)value:x2}" : $"\\u{(int)value:x4}");
    }

    public override void Write(string? value)
    {
        if (value is null) return;
        if (value.AsSpan().ContainsAnyExceptInRange(' ', '~')) base.Write(value);
        else inner.Write(value);
    }

    public override void WriteLine(string? value)
    {
        Write(value);
        inner.Write('\n');
    }

    public override void WriteLine() => inner.Write('\n');

    public override void Flush() => inner.Flush();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private static bool IsHarmless(char value) => value is '\n' or '\t' || char.GetUnicodeCategory(value) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse);
}
