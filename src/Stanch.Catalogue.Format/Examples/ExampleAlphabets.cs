using System.Text;

namespace Stanch.Catalogue.Format.Examples;

/// <summary>What random placeholders are made of.</summary>
internal static class ExampleAlphabets
{
    public static readonly IReadOnlyDictionary<string, string> ByName = new Dictionary<string, string>
    {
        ["hex"] = Expand("0-9a-f"),
        ["HEX"] = Expand("0-9A-F"),
        ["digits"] = Expand("0-9"),
        ["lower"] = Expand("a-z"),
        ["upper"] = Expand("A-Z"),
        ["alpha"] = Expand("A-Za-z"),
        ["alnum"] = Expand("0-9A-Za-z"),
        ["lowernum"] = Expand("0-9a-z"),
        ["uppernum"] = Expand("0-9A-Z"),
        ["base64"] = Expand("A-Za-z0-9+/"),
        ["base64url"] = Expand("A-Za-z0-9_-"),
        ["base32"] = Expand("A-Z2-7"),
        ["base58"] = Expand("1-9A-HJ-NP-Za-km-z"),
    };

    /// <summary>Writes out the ranges of a class; a dash that ends it is itself.</summary>
    public static string Expand(string characterClass)
    {
        var output = new StringBuilder();
        for (var i = 0; i < characterClass.Length; i++)
        {
            var last = i + 2 < characterClass.Length && characterClass[i + 1] == '-' ? characterClass[i + 2] : characterClass[i];
            for (var c = characterClass[i]; c <= last; c++)
                output.Append(c);
            if (last != characterClass[i])
                i += 2;
        }
        return output.ToString();
    }
}
