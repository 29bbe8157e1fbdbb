using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Stanch.Detection.Hashing;

/// <summary>
/// The system's cryptographic library, which on Linux is an OpenSSL that may be missing: .NET ends the program at the first use of it then, so whoever uses it asks
/// before.
/// </summary>
public static class SystemCryptography
{
    // Those that .NET looks for: https://github.com/dotnet/runtime/blob/main/src/native/libs/System.Security.Cryptography.Native/opensslshim.c
    private static readonly string[] s_names = ["libssl.so.3", "libssl.so.1.1", "libssl.so.1.0.2", "libssl.so.1.0.0", "libssl.so.10"];

    private static readonly Lazy<bool> s_isThere = new(() => !OperatingSystem.IsLinux() || s_names.Any(name => NativeLibrary.TryLoad(name, out _)));

    /// <summary>What to tell whoever needs it and lacks it.</summary>
    public const string Missing = "this needs OpenSSL's library libssl.so.3 (or 1.1), which is not on this system: install it, on Debian and Ubuntu with 'apt-get install libssl3'";

    /// <summary>Whether it can be used; the first question loads it.</summary>
    public static bool IsThere => s_isThere.Value;

    /// <summary>Random bytes that nobody can foretell.</summary>
    /// <param name="count">At most <see cref="Sha256.HashLength"/>.</param>
    public static byte[] RandomBytes(int count)
    {
        if (IsThere)
        {
            return RandomNumberGenerator.GetBytes(count);
        }

        // Each has 122 bits of the system's own generator (https://learn.microsoft.com/dotnet/api/system.guid.newguid): more of them than the hash can hold.
        var seed = Enumerable.Range(0, 4).SelectMany(_ => Guid.NewGuid().ToByteArray()).ToArray();
        return Sha256.Hash(seed)[..count];
    }
}
