namespace Stanch.Remediation.Guides;

/// <summary>The leak at hand.</summary>
internal static class IncidentPart
{
    private const int MostPlaces = 20;

    public static IEnumerable<GuideSection> Write(GuideRequest request)
    {
        if (request.Incident is { } incident) yield return new GuideSection("incident", "This leak", null, [.. Blocks(incident)]);
    }

    private static IEnumerable<GuideBlock> Blocks(Incident incident)
    {
        yield return new GuideBlock.Fields([.. Known(incident)]);
        var places = incident.Places.Take(MostPlaces).Select(place => place.Describe());
        var more = incident.Places.Count - MostPlaces;
        yield return new GuideBlock.Points([.. places, .. more > 0 ? [$"and {more} more: 'stanch scan git' lists them"] : Array.Empty<string>()]);
        yield return new GuideBlock.Paragraph(incident.IsCommitted switch
        {
            true => "A commit holds it, so every clone has it: revoke it first. Taking the line away, or rewriting the history, does not bring it back.",
            false => "No commit holds it yet: take it out of the file before the next one. It need not be replaced if nobody else had the file.",
            null => "There is no history here to tell who has had it: take it for known.",
        });
    }

    private static IEnumerable<KeyValuePair<string, string>> Known(Incident incident)
    {
        yield return new("Secret", incident.Redacted);
        if (incident.KeyId is { } id) yield return new("Key id", id);
        if (incident.Variables.Count > 0) yield return new("Called", string.Join(", ", incident.Variables));
        foreach (var fact in incident.Facts.Where(fact => fact.Value != incident.KeyId)) yield return new(fact.Name, fact.Value);
        if (incident.Fingerprint is { } fingerprint) yield return new("Fingerprint", fingerprint);
    }
}
