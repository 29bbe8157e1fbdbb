using Stanch.Detection.Assignments;

namespace Stanch.Detection.Model;

/// <summary>What the name says of the value.</summary>
internal static class NameFeatures
{
    public static void Describe(ReadOnlySpan<byte> name, Span<byte> features)
    {
        var words = NameWords.Read(name);
        ValueFeatures.Set(features, Feature.Role, (int)words.Role);
        ValueFeatures.Set(features, Feature.CredentialKind, (int)words.Kind);
        ValueFeatures.Set(features, Feature.WordsBefore, words.Before);
        ValueFeatures.Set(features, Feature.WordsAfter, words.After);
        ValueFeatures.Set(features, Feature.SaysFake, words.IsFake ? 1 : 0);
        ValueFeatures.Set(features, Feature.NameLength, name.Length);
        ValueFeatures.Set(features, Feature.NameCase, CaseOf(name));
    }

    private static int CaseOf(ReadOnlySpan<byte> name)
    {
        var lower = name.IndexOfAnyInRange((byte)'a', (byte)'z') >= 0;
        var upper = name.IndexOfAnyInRange((byte)'A', (byte)'Z') >= 0;
        return (upper ? lower ? 2 : 1 : 0) + (name.IndexOf((byte)'.') >= 0 ? 4 : 0);
    }
}
