using System.Collections.Frozen;

namespace Stanch.Reporting;

/// <summary>What each reason of an evidence means, in words. The only place that says so.</summary>
public static class Reasons
{
    private static readonly FrozenDictionary<string, string> Sentences = new Dictionary<string, string>
    {
        ["format"] = "It has this secret's own, specific format.",
        ["checksum"] = "The checksum inside it is right.",
        ["checksum-fails"] = "The checksum inside it is wrong: mistyped, cut off, or made up.",
        ["structure"] = "Its inner structure could be read and is sound.",
        ["provider-name"] = "The provider's name is in the name it is assigned to.",
        ["near-name"] = "The provider's name stands close by.",
        ["name"] = "It is assigned to a name that says secret.",
        ["entropy"] = "It is as random as a real secret.",
        ["quoted"] = "It stands in quotes, as a value does.",
        ["pair"] = "The other half that it is used with stands close by.",
        ["test-path"] = "It stands in a test.",
        ["example-path"] = "It stands in an example or in documentation.",
        ["documentation-example"] = "It is an example that the provider's documentation uses.",
        ["low-entropy"] = "It is less random than a real secret would be.",
        ["words"] = "It is made of words.",
        ["binary"] = "It stands in binary content.",
    }.ToFrozenDictionary();

    /// <summary>The codes that have a sentence.</summary>
    public static IReadOnlyCollection<string> Known => Sentences.Keys;

    /// <summary>A sentence for a reason code; a code that is not known stands as it is.</summary>
    public static string Explain(string code) => Sentences.GetValueOrDefault(code, code);
}
