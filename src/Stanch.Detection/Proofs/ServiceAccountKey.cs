namespace Stanch.Detection.Proofs;

/// <summary>A Google service account's JSON key: the project, the account's address and the key's id are said in clear beside the private key.</summary>
internal sealed class ServiceAccountKey : IProof
{
    private const int Around = 4096;

    public string Name => "gcp-service-account";

    public int ReachBefore => Around;

    public int ReachAfter => Around;

    public ProofResult Check(ProofInput input)
    {
        var around = input.Content[Math.Max(0, input.MatchStart - Around)..Math.Min(input.Content.Length, input.MatchEnd + Around)];
        List<Fact> facts = [];
        Add(facts, around, "project_id"u8, "projectId");
        Add(facts, around, "client_email"u8, "serviceAccount");
        Add(facts, around, "private_key_id"u8, "keyId");
        return facts.Count >= 2 ? ProofResult.Structure(facts) : ProofResult.Told(facts);
    }

    private static void Add(List<Fact> facts, ReadOnlySpan<byte> json, ReadOnlySpan<byte> key, string name)
    {
        var at = json.IndexOf(key);
        if (at < 0)
        {
            return;
        }

        var rest = json[(at + key.Length)..];
        var open = rest.IndexOf(":"u8) is var colon and >= 0 ? rest[(colon + 1)..].IndexOf((byte)'"') is var quote and >= 0 ? colon + 1 + quote + 1 : -1 : -1;
        var end = open < 0 ? -1 : rest[open..].IndexOfAny((byte)'"', (byte)'\\');
        if (end is > 0 and < 200)
        {
            facts.Add(new Fact(name, System.Text.Encoding.UTF8.GetString(rest.Slice(open, end))));
        }
    }
}
