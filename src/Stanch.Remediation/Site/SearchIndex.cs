using System.Text;
using System.Text.Json;

namespace Stanch.Remediation.Site;

/// <summary>What the search looks through, as a script: pages that lie in a folder may not read data files, but may load scripts.</summary>
internal static class SearchIndex
{
    /// <returns>One array a guide: id, name, provider, and the names of its variables.</returns>
    public static string Write(SiteMap map)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            foreach (var provider in map.Providers)
            {
                foreach (var guide in provider.Guides)
                {
                    json.WriteStartArray();
                    json.WriteStringValue(guide.Detector.Id);
                    json.WriteStringValue(guide.Detector.Name);
                    json.WriteStringValue(provider.Name);
                    json.WriteStringValue(string.Join(' ', guide.Detector.Variables));
                    json.WriteEndArray();
                }
            }

            json.WriteEndArray();
        }

        return $"window.guides = {Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length)};\n";
    }
}
