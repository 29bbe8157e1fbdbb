namespace Stanch.Sources.Git.Trees;

/// <summary>Reads modes the way git does: of a file only the owner's right to execute counts, and what is nothing else is a submodule.</summary>
internal static class EntryModes
{
    private const int TypeShift = 12;
    private const uint TypeBits = 15;
    private const uint OwnerExecutes = 0x40;

    public static EntryMode Of(uint mode) => ((mode >> TypeShift) & TypeBits) switch
    {
        (uint)EntryMode.File => (mode & OwnerExecutes) != 0 ? EntryMode.Executable : EntryMode.File,
        (uint)EntryMode.Link => EntryMode.Link,
        (uint)EntryMode.Tree => EntryMode.Tree,
        _ => EntryMode.Submodule,
    };

    /// <summary>Reads octal digits.</summary>
    public static bool TryParse(ReadOnlySpan<byte> digits, out EntryMode mode)
    {
        mode = default;
        var bits = 0u;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'7') return false;
            bits = (bits << 3) | (uint)(digit - '0');
        }
        mode = Of(bits);
        return true;
    }

    /// <summary>True where both are of one type, whatever their rights.</summary>
    public static bool AreAlike(EntryMode x, EntryMode y) => Type(x) == Type(y);

    private static EntryMode Type(EntryMode mode) => mode == EntryMode.Executable ? EntryMode.File : mode;
}
