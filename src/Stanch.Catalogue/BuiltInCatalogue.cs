using System.Runtime.InteropServices;
using Stanch.Catalogue.Format;
using Stanch.Detection;
using Stanch.Detection.Matching;
using Stanch.Detection.Scanning;

namespace Stanch.Catalogue;

/// <summary>What ships with the product: the detectors, ready to run, and the way out of each.</summary>
public static class BuiltInCatalogue
{
    private static readonly Lazy<DetectorTable> s_detectors = new(() =>
        new DetectorTable(CompiledDetectors.Ids, CompiledDetectors.Create, () => KeywordIndex.LoadInPlace(Keywords, Resource("keyword-index.bin"))));

    private static readonly Lazy<KeywordAutomaton> s_keywords = new(() => KeywordAutomaton.LoadInPlace(Resource("keywords.bin")));

    /// <summary>All detectors, by provider. Each is made when it is first asked for, and its expression when a keyword calls for it.</summary>
    public static DetectorTable Detectors => s_detectors.Value;

    /// <summary>How many detectors there are, known without making them.</summary>
    public static int DetectorCount => CompiledDetectors.Count;

    /// <summary>The prepared table of all keywords, for <see cref="Stanch.Detection.Scanning.Scanner"/>.</summary>
    public static KeywordAutomaton Keywords => s_keywords.Value;

    /// <summary>A short hash of everything that decides what is found: two builds with the same one find the same.</summary>
    public static string Hash => CompiledDetectors.Hash;

    /// <summary>The way out of one kind of secret.</summary>
    /// <returns>Null for an id that is not built in.</returns>
    public static Guide? Guide(string detectorId) => GuideFile.Read(Resource("guides.json"), detectorId);

    /// <summary>The ways out of all, by the detector's id: for whoever needs every one, such as the site of guides.</summary>
    public static IReadOnlyDictionary<string, Guide> AllGuides() => GuideFile.ReadAll(Resource("guides.json"));

    /// <summary>What was measured of the detectors on labelled sets.</summary>
    public static MeasuredQuality Quality => MeasuredQuality.Read(Resource("quality.json"));

    /// <summary>The resource where it lies in the program: nothing is copied.</summary>
    private static unsafe ReadOnlySpan<byte> Resource(string name)
    {
        var stream = (UnmanagedMemoryStream)typeof(BuiltInCatalogue).Assembly.GetManifestResourceStream(name)!;
        return MemoryMarshal.CreateReadOnlySpan(ref *stream.PositionPointer, (int)stream.Length);
    }
}
