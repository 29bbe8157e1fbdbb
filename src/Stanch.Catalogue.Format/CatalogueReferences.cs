using Stanch.Catalogue.Format.Reading;

namespace Stanch.Catalogue.Format;

/// <summary>Checks what shows only when all files are read: that ids are unique, and that what an entry names exists.</summary>
public static class CatalogueReferences
{
    /// <param name="others">Ids of detectors that these may also refer to.</param>
    public static IReadOnlyList<CatalogueError> Check(IReadOnlyList<ProviderEntry> providers, IReadOnlySet<string> others)
    {
        var errors = new List<CatalogueError>();
        var all = providers.SelectMany(provider => provider.Secrets.Select(secret => (Provider: provider, Secret: secret))).ToList();
        foreach (var twins in all.GroupBy(entry => entry.Secret.Id).Where(group => group.Count() > 1))
        {
            var (first, last) = (twins.First(), twins.Last());
            errors.Add(At(last.Provider, last.Secret, $"the id '{twins.Key}' is taken: {first.Provider.File}:{first.Secret.Line}"));
        }
        var known = all.Select(entry => entry.Secret.Id).Concat(others).ToHashSet(StringComparer.Ordinal);
        foreach (var (provider, secret) in all)
        {
            foreach (var (key, id) in References(secret).Where(reference => !known.Contains(reference.Id)))
                errors.Add(At(provider, secret, $"'{key}' of {secret.Id} names the detector '{id}', which does not exist{MappingReader.Meant(id, known)}"));
            if (References(secret).Any(reference => reference.Id == secret.Id))
                errors.Add(At(provider, secret, $"{secret.Id} refers to itself"));
        }
        return errors;
    }

    private static IEnumerable<(string Key, string Id)> References(SecretEntry secret)
    {
        var references = secret.Contains.Select(id => ("contains", id)).Concat(secret.Related.Select(id => ("related", id)));
        if (secret.Pair is { } pair)
            references = references.Append(("pair", pair.With));
        // A variable's name has capital letters or underscores, an id has neither.
        return secret.HostFrom is { } host && Names.Kebab.IsMatch(host) ? references.Append(("host-from", host)) : references;
    }

    private static CatalogueError At(ProviderEntry provider, SecretEntry secret, string message) =>
        new(provider.File, secret.Line, secret.Column, message);
}
