using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Stanch.Catalogue.Format.Examples;

/// <summary>Makes a signed token of RFC 7519 with <c>iss</c>, <c>sub</c>, <c>iat</c> and <c>exp</c>.</summary>
internal static class ExampleJwt
{
    // 2100-01-01: it never expires while anybody tests with it.
    private const long Expiry = 4102444800;
    private const int DaysInSeconds = 86400;

    public static string Make(Random random)
    {
        var subject = random.NextInt64(1_000_000_000, 10_000_000_000);
        var issued = Expiry - (long)DaysInSeconds * random.Next(25_000, 27_000);
        var header = Encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}"u8);
        var payload = Encode(Encoding.UTF8.GetBytes($"{{\"iss\":\"https://issuer.example\",\"sub\":\"{subject}\",\"iat\":{issued},\"exp\":{Expiry}}}"));
        var key = new byte[32];
        random.NextBytes(key);
        var signature = HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"{header}.{payload}"));
        return $"{header}.{payload}.{Encode(signature)}";
    }

    private static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);
}
