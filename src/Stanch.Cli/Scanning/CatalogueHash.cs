using System.Text;
using Stanch.Catalogue;
using Stanch.Detection;
using Stanch.Detection.Hashing;
using Stanch.Detection.Scanning;

namespace Stanch.Cli.Scanning;

/// <summary>Names what was looked for: two scans with the same hash looked for the same.</summary>
internal static class CatalogueHash
{
    private const int Length = 12;

    /// <summary>The built-in catalogue's own hash where all of it is active and nothing else, which costs nothing.</summary>
    public static string Of(IReadOnlyList<Detector> active)
    {
        if (ReferenceEquals(active, BuiltInCatalogue.Detectors)) return BuiltInCatalogue.Hash;
        var text = new StringBuilder(BuiltInCatalogue.Hash);
        if (active is DetectorTable) text.Append('\n').AppendJoin('\n', DetectorTable.IdsOf(active));
        else
        {
            foreach (var detector in active)
            {
                text.Append('\n').Append(detector.Id);
                if (detector.IsCustom) text.Append(' ').Append(DetectorPrint.Text(detector));
            }
        }

        return Convert.ToHexStringLower(Sha256.Hash(Encoding.UTF8.GetBytes(text.ToString())))[..Length];
    }
}
