namespace Stanch.Detection;

/// <summary>Says whether some detectors have anything to do with a blob. Safe to call from many threads at once.</summary>
public interface IDetectorProbe
{
    /// <summary>True where one of their patterns matches, be it that the match is dropped afterwards.</summary>
    bool Matches(ReadOnlySpan<byte> content);
}
