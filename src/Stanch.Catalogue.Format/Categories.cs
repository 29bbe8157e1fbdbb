namespace Stanch.Catalogue.Format;

/// <summary>The kinds of providers.</summary>
public static class Categories
{
    public static readonly IReadOnlyList<string> All =
    [
        "ai", "ci-cd", "cloud", "code-hosting", "commerce", "communication", "data", "database", "generic", "identity", "maps", "marketing",
        "monitoring", "package-registry", "payment", "private-key", "productivity", "secret-store", "security", "storage",
    ];
}
