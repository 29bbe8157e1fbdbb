using System.Text;
using Stanch.Detection;
using Stanch.Detection.Hashing;

namespace Stanch.Reporting;

/// <summary>
/// Names each place of a report so that the next report of the same target names it alike: the detector, the path, and the how-manieth of
/// its kind there. Neither the secret nor its line is in it, so it gives nothing away and outlives edits elsewhere in the file.
/// </summary>
internal sealed class PlaceIdentity
{
    private const int Bytes = 16;
    private readonly Dictionary<(string Detector, string Kind, string Path), int> _seen = [];

    /// <summary>The identity of the next finding, as 16 bytes in lower-case hexadecimal. Call it once for each, in the order of the report.</summary>
    public string Next(Finding finding)
    {
        var key = (finding.Detector.Id, finding.Provenance.Kind, finding.Provenance.Path);
        var ordinal = _seen[key] = _seen.GetValueOrDefault(key) + 1;
        var text = string.Join('\0', key.Id, key.Kind, key.Path, ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return Convert.ToHexStringLower(Sha256.Hash(Encoding.UTF8.GetBytes(text)).AsSpan(0, Bytes));
    }
}
