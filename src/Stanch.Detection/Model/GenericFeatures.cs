using Stanch.Detection.Assignments;

namespace Stanch.Detection.Model;

/// <summary>Everything the model sees of an assigned value but its place: content within <see cref="Reach"/> bytes of it, so that parts of a blob give the same.</summary>
internal static class GenericFeatures
{
    public const int Count = (int)Feature.FileKind + 1;

    /// <summary>How far from the assignment anything matters, in bytes.</summary>
    public const int Reach = NeighbourFeatures.Reach + SyntaxFeatures.LineReach;

    public static void Describe(ReadOnlySpan<byte> content, Assignment assignment, Span<byte> features)
    {
        features.Clear();
        var name = assignment.Name(content);
        NameFeatures.Describe(name, features);
        ValueFeatures.Describe(assignment.Value(content), name, assignment.Quoted, features);
        SyntaxFeatures.Describe(content, assignment, features);
        NeighbourFeatures.Describe(content, assignment, features);
    }
}
