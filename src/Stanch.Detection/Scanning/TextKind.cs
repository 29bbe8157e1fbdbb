namespace Stanch.Detection.Scanning;

/// <summary>How a blob's bytes are to be read.</summary>
internal enum TextKind
{
    /// <summary>UTF-8, Latin-1 or ASCII: searched as it is.</summary>
    Bytes,
    Utf16LittleEndian,
    Utf16BigEndian,
    Utf32LittleEndian,
    Utf32BigEndian,

    /// <summary>Not text: searched for formats that are specific by themselves.</summary>
    Binary,
}
