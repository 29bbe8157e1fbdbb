using System.Collections.Frozen;
using Stanch.Detection;

namespace Stanch.Reporting;

/// <summary>What each reason of an evidence means, in words. The only place that says so.</summary>
public static class Reasons
{
    private static readonly FrozenDictionary<string, string> Sentences = new Dictionary<string, string>
    {
        [Reason.Format] = "It has this secret's own, specific format.",
        [Reason.Checksum] = "The checksum inside it is right.",
        [Reason.ChecksumFails] = "The checksum inside it is wrong: mistyped, cut off, or made up.",
        [Reason.Structure] = "Its inner structure could be read and is sound.",
        [Reason.StructureFails] = "Its inner structure is not sound: cut off, or made up.",
        [Reason.WeakFormat] = "Other things than secrets look like it too.",
        [Reason.ProviderName] = "The provider's name is in the name it is assigned to.",
        [Reason.NearName] = "The provider's name stands close by.",
        [Reason.Name] = "It is assigned to a name that says secret.",
        [Reason.WeakName] = "It is assigned to a name that only may mean a secret.",
        [Reason.Entropy] = "It is as random as a real secret.",
        [Reason.Bare] = "It stands without quotes, so it could also be a name or a call.",
        [Reason.Pair] = "The other half that it is used with stands close by.",
        [Reason.PairElsewhere] = "The other half that it is used with stands elsewhere in what was scanned.",
        [Reason.Alone] = "It is all that its file holds, and it reads as drawn at random.",
        [Reason.FileName] = "It is all that its file holds, and the file's name says secret.",
        [Reason.TestPath] = "It stands in a test.",
        [Reason.ExamplePath] = "It stands in an example or in documentation.",
        [Reason.DocumentationExample] = "It is an example that the provider's documentation uses.",
        [Reason.LowEntropy] = "It is less random than a real secret would be.",
        [Reason.ExampleHost] = "Its line names a host for examples, or this very machine.",
        [Reason.Words] = "It is made of words.",
        [Reason.Binary] = "It stands in binary content.",
        [Reason.InBase64] = "It is hidden in base 64.",
        [Reason.InHex] = "It is hidden in hexadecimal digits.",
        [Reason.InPercent] = "It is percent-encoded, as in an address.",
        [Reason.InHtml] = "It is written with entities of HTML.",
        [Reason.InEscapes] = "It is written with backslash escapes.",
        [Reason.InQuotedPrintable] = "It is quoted-printable, as in a mail.",
        [Reason.InConcatenation] = "It is put together from pieces on several lines.",
        [Reason.InGzip] = "It is compressed with gzip.",
        [Reason.InUtf16] = "It is hidden in UTF-16.",
        [Reason.InJwt] = "It stands inside a JSON Web Token, which is not encrypted.",
        [Reason.InDataUri] = "It stands inside a data address.",
        [Reason.InKubernetesSecret] = "It stands inside a Kubernetes secret.",
        [Reason.ForName] = "Weighed for it: the words of the name.",
        [Reason.ForCharacters] = "Weighed for it: the characters: how random, how many kinds, how many different ones.",
        [Reason.ForSpelling] = "Weighed for it: the spelling: how much like words it reads.",
        [Reason.ForLength] = "Weighed for it: the length.",
        [Reason.ForForm] = "Weighed for it: the form: names, paths, numbers and sentences have their own.",
        [Reason.ForSyntax] = "Weighed for it: how it is given to the name: quotes, and the sign between.",
        [Reason.ForLine] = "Weighed for it: what else stands on the line.",
        [Reason.ForNeighbours] = "Weighed for it: the lines around.",
        [Reason.ForFile] = "Weighed for it: the kind of file.",
        [Reason.AgainstName] = "Weighed against it: the words of the name.",
        [Reason.AgainstCharacters] = "Weighed against it: the characters: how random, how many kinds, how many different ones.",
        [Reason.AgainstSpelling] = "Weighed against it: the spelling: how much like words it reads.",
        [Reason.AgainstLength] = "Weighed against it: the length.",
        [Reason.AgainstForm] = "Weighed against it: the form: names, paths, numbers and sentences have their own.",
        [Reason.AgainstSyntax] = "Weighed against it: how it is given to the name: quotes, and the sign between.",
        [Reason.AgainstLine] = "Weighed against it: what else stands on the line.",
        [Reason.AgainstNeighbours] = "Weighed against it: the lines around.",
        [Reason.AgainstFile] = "Weighed against it: the kind of file.",
    }.ToFrozenDictionary();

    /// <summary>The codes that have a sentence.</summary>
    public static IReadOnlyCollection<string> Known => Sentences.Keys;

    /// <summary>A sentence for a reason code; a code that is not known stands as it is.</summary>
    public static string Explain(string code) => Sentences.GetValueOrDefault(code, code);
}
