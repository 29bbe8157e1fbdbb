using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Stanch.Detection.Hashing;

namespace Stanch.Detection.Scanning;

/// <summary>A hash of everything of a detector that decides what it finds; its names, links and advice are left out.</summary>
public static class DetectorPrint
{
    /// <summary>Made at build time for what is built in, and else now, for which the expression is made.</summary>
    public static ulong Of(Detector detector) => detector.Print ?? Hash(Text(detector));

    /// <summary>The same at build time, where no expression can be made.</summary>
    /// <param name="expression">As it is written.</param>
    public static ulong Of(Detector detector, string expression) => Hash(Text(detector, expression));

    /// <summary>The definition as text; two detectors with the same one find the same.</summary>
    public static string Text(Detector detector) => Text(detector, $"{detector.Pattern.Regex}\0{detector.Pattern.Regex.Options}");

    private static string Text(Detector detector, string expression)
    {
        var pattern = detector.Pattern;
        var text = new StringBuilder();
        void Add(object? value) => text.Append(CultureInfo.InvariantCulture, $"{value}\0");
        Add(detector.Id);
        Add(detector.Provider);
        Add(detector.Category);
        text.AppendJoin('\0', detector.Keywords).Append('\n');
        Add(detector.Context);
        Add(detector.Filters);
        Add(detector.Proof);
        Add(detector.Pair);
        text.AppendJoin('\0', detector.Contains).Append('\n');
        text.AppendJoin('\0', detector.Variables).Append('\n');
        Add(detector.FormatEvidence);
        Add(detector.IsCustom);
        Add(expression);
        Add((pattern.MinLength, pattern.MaxLength, pattern.AnchorOffset, pattern.BoundaryBefore, pattern.BoundaryAfter, pattern.HasGroups, pattern.PublicPrefix));
        text.Append(Convert.ToHexString(MemoryMarshal.AsBytes(pattern.Tail.Span))).Append('\n').Append(Convert.ToHexString(MemoryMarshal.AsBytes(pattern.Shape.Span)));
        return text.ToString();
    }

    private static ulong Hash(string text)
    {
        Span<byte> hash = stackalloc byte[Sha256.HashLength];
        Sha256.Hash(Encoding.UTF8.GetBytes(text), hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }
}
