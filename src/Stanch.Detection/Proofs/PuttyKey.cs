using System.Text;

namespace Stanch.Detection.Proofs;

/// <summary>PuTTY's key file: text lines that name type, encryption and comment, then the public and the private part in base 64.</summary>
internal static class PuttyKey
{
    public static ProofResult Read(ReadOnlySpan<byte> text, int start)
    {
        var lines = Encoding.Latin1.GetString(text).Split('\n');
        var type = Value(lines, "PuTTY-User-Key-File-");
        var encryption = Value(lines, "Encryption:");
        if (type is null || encryption is null || !int.TryParse(Value(lines, "Private-Lines:"), out var count) || count is < 1 or > 400)
        {
            return ProofResult.Rejected;
        }

        var last = Array.FindIndex(lines, line => line.StartsWith("Private-Lines:", StringComparison.Ordinal)) + count;
        var length = lines.Take(Math.Min(last + 1, lines.Length)).Sum(line => line.Length + 1) - 1;
        var facts = ProofResult.Structure(new Fact("keyKind", type), new Fact("encrypted", encryption == "none" ? "false" : "true"));
        return facts with { Extent = start..(start + Math.Min(length, text.Length)) };
    }

    private static string? Value(string[] lines, string name)
    {
        var line = Array.Find(lines, line => line.StartsWith(name, StringComparison.Ordinal));
        var colon = line?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return colon < 0 ? null : line![(colon + 1)..].Trim();
    }
}
