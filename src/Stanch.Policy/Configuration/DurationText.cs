using System.Globalization;

namespace Stanch.Policy;

/// <summary>Reads a length of time as people write it: <c>90s</c>, <c>10m</c>, <c>1h30m</c>.</summary>
public static class DurationText
{
    /// <summary>Reads hours, minutes and seconds, each at most once, in that order, and more than nothing in all.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        var units = "hms".AsSpan();
        var rest = text.AsSpan();
        while (rest.Length > 0)
        {
            var digits = rest.IndexOfAnyExceptInRange('0', '9');
            if (digits is < 1 or > 6 || units.IndexOf(rest[digits]) is not (var unit and >= 0)) return false;
            var count = int.Parse(rest[..digits], CultureInfo.InvariantCulture);
            duration += rest[digits] switch
            {
                'h' => TimeSpan.FromHours(count),
                'm' => TimeSpan.FromMinutes(count),
                _ => TimeSpan.FromSeconds(count),
            };
            units = units[(unit + 1)..];
            rest = rest[(digits + 1)..];
        }
        return duration > TimeSpan.Zero;
    }
}
