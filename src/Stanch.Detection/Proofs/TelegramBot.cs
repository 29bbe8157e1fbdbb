namespace Stanch.Detection.Proofs;

/// <summary>A Telegram bot token starts with the bot's id.</summary>
internal sealed class TelegramBot : IProof
{
    public string Name => "telegram-bot";

    public ProofResult Check(ProofInput input)
    {
        var colon = input.Secret.IndexOf((byte)':');
        return colon > 0 ? ProofResult.Told(new Fact("botId", input.Text[..colon])) : ProofResult.Silent;
    }
}
