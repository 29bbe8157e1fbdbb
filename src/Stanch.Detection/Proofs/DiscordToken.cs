using System.Globalization;
using System.Text;

namespace Stanch.Detection.Proofs;

/// <summary>
/// A Discord bot token's first part is base 64 of the bot's id; the id holds its time of creation in milliseconds since 2015.
/// <see href="https://discord.com/developers/docs/reference#snowflakes"/>
/// </summary>
internal sealed class DiscordToken : IProof
{
    private const long Epoch = 1420070400000;

    public string Name => "discord-token";

    public ProofResult Check(ProofInput input)
    {
        var text = input.Text;
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || Base64Text.Decode(text.AsSpan(0, dot)) is not { } bytes
            || !ulong.TryParse(Encoding.ASCII.GetString(bytes), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return new ProofResult(ProofOutcome.Fails, Reason.StructureFails);
        }

        var created = DateTimeOffset.FromUnixTimeMilliseconds((long)(id >> 22) + Epoch);
        return ProofResult.Structure(new Fact("botId", id.ToString(CultureInfo.InvariantCulture)), new Fact("created", Instants.ToText(created)));
    }
}
