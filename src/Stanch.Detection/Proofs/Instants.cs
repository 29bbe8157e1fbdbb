using System.Globalization;

namespace Stanch.Detection.Proofs;

/// <summary>Instants as they stand in facts.</summary>
internal static class Instants
{
    public static string ToText(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
