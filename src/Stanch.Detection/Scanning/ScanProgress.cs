namespace Stanch.Detection.Scanning;

/// <summary>How far a scan is.</summary>
/// <param name="Blobs">Blobs searched.</param>
/// <param name="Bytes">Bytes searched.</param>
/// <param name="Findings">Findings so far, before ignores.</param>
public readonly record struct ScanProgress(long Blobs, long Bytes, int Findings);
