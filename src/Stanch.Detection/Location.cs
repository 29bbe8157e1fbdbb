namespace Stanch.Detection;

/// <summary>Where a secret stands in its blob.</summary>
/// <param name="Line">1-based line of its first character.</param>
/// <param name="Column">1-based, in UTF-16 units.</param>
/// <param name="EndLine">1-based line of its last character.</param>
/// <param name="EndColumn">1-based, in UTF-16 units, exclusive.</param>
/// <param name="ByteOffset">0-based offset of its first byte in the blob as it was read.</param>
/// <param name="ByteLength">Its length in bytes there.</param>
public readonly record struct Location(int Line, int Column, int EndLine, int EndColumn, long ByteOffset, int ByteLength);
