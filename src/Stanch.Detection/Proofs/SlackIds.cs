namespace Stanch.Detection.Proofs;

/// <summary>Slack tokens carry the numeric ids of workspace and user, webhooks the workspace and the application: <c>/services/T…/B…/…</c>.</summary>
internal sealed class SlackIds : IProof
{
    public string Name => "slack-ids";

    public ProofResult Check(ProofInput input)
    {
        var text = System.Text.Encoding.Latin1.GetString(input.Content[input.MatchStart..input.MatchEnd]);
        var path = text.IndexOf("/services/", StringComparison.Ordinal);
        if (path >= 0)
        {
            var parts = text[(path + 10)..].Split('/');
            return parts.Length >= 2 ? ProofResult.Told(new Fact("workspaceId", parts[0]), new Fact("applicationId", parts[1])) : ProofResult.Silent;
        }

        var segments = input.Text.Split('-');
        var isBot = segments[0].EndsWith("xoxb", StringComparison.Ordinal);
        return segments.Length >= 4 && segments[1].All(char.IsAsciiDigit) && segments[2].All(char.IsAsciiDigit)
            ? ProofResult.Told(new Fact("workspaceNumber", segments[1]), new Fact(isBot ? "botNumber" : "userNumber", segments[2]))
            : ProofResult.Silent;
    }
}
