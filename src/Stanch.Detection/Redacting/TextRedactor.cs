using System.Text;
using Stanch.Detection.Scanning;

namespace Stanch.Detection.Redacting;

/// <summary>Replaces secrets in short texts by <c>[redacted:DETECTOR]</c>, one text after the other. Of one thread.</summary>
public sealed class TextRedactor(Scanner scanner)
{
    private readonly ScanScratch _scratch = new();

    /// <summary>The text without its secrets; the same object where it has none.</summary>
    /// <param name="text">One line or several.</param>
    /// <param name="least">From which evidence on a secret is replaced.</param>
    public string Hide(string text, Evidence least)
    {
        using var hidden = new MemoryStream();
        var redactor = new StreamRedactor(scanner, hidden, least) { Scratch = _scratch };
        redactor.Write(Encoding.UTF8.GetBytes(text));
        redactor.Complete();
        return redactor.Replaced == 0 ? text : Encoding.UTF8.GetString(hidden.ToArray());
    }
}
