using System.Globalization;

namespace Stanch.Reporting;

/// <summary>Instants as programs read them: ISO 8601 in UTC, whole seconds.</summary>
internal static class IsoTime
{
    public static string Utc(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
