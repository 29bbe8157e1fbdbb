namespace Stanch.Detection.Proofs;

/// <summary>CRC-32 as IEEE 802.3 has it (reflected polynomial 0xEDB88320), the check that GitHub, npm, GitLab and others put into their tokens; and Castagnoli's (CRC-32C, 0x82F63B78), which Yandex does.</summary>
internal static class Crc32
{
    private static readonly uint[] Ieee = MakeTable(0xEDB88320);
    private static readonly uint[] CastagnoliTable = MakeTable(0x82F63B78);

    public static uint Of(ReadOnlySpan<byte> bytes) => Of(bytes, Ieee);

    public static uint Castagnoli(ReadOnlySpan<byte> bytes) => Of(bytes, CastagnoliTable);

    private static uint Of(ReadOnlySpan<byte> bytes, uint[] table)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc = table[(byte)(crc ^ b)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint[] MakeTable(uint polynomial)
    {
        var table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? (value >> 1) ^ polynomial : value >> 1;
            }

            table[i] = value;
        }

        return table;
    }
}
