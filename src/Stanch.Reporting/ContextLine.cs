namespace Stanch.Reporting;

/// <summary>A line around a finding, as it may be shown.</summary>
/// <param name="Number">1-based; 0 stands for lines left out.</param>
/// <param name="Before">The text up to the secret, or all of it where the line has no place to mark.</param>
/// <param name="Marked">The secret as shown; empty where there is nothing to mark.</param>
/// <param name="After">The rest.</param>
/// <param name="IsFinding">True when the secret stands on this line.</param>
internal readonly record struct ContextLine(int Number, string Before, string Marked, string After, bool IsFinding)
{
    public static readonly ContextLine LeftOut = new(0, "", "", "", IsFinding: false);
}
