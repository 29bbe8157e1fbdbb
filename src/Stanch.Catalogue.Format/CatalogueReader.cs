using Stanch.Catalogue.Format.Reading;
using Stanch.Catalogue.Format.Yaml;

namespace Stanch.Catalogue.Format;

/// <summary>Reads one file of the catalogue, or one of a user. Never throws for what stands in it: all that is wrong is told at once.</summary>
public static class CatalogueReader
{
    /// <param name="text">The YAML: a provider with its <c>secrets</c>; for users also <c>detectors:</c> with a list, or the list alone.</param>
    /// <param name="file">As errors should name it.</param>
    /// <param name="firstLine">The line of the file that the text starts on, where it is a part of one.</param>
    public static CatalogueFile Read(string text, string file, CatalogueRules rules, int firstLine = 1)
    {
        var log = new ReadingLog(file, firstLine);
        var provider = Read(text, file, rules, log);
        return new CatalogueFile(log.Errors.Count == 0 ? provider : null, log.Errors);
    }

    internal static ProviderEntry? Read(string text, string file, CatalogueRules rules, ReadingLog log)
    {
        try
        {
            if (YamlReader.Read(text) is { } root)
                return new ProviderReader(file, rules, log).Read(root);
            log.Add(1, 1, "the file is empty");
        }
        catch (YamlProblem problem)
        {
            log.Add(problem.Line, problem.Column, problem.Message);
        }
        return null;
    }
}
