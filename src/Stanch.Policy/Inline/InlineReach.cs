namespace Stanch.Policy;

/// <summary>Which line a comment speaks of.</summary>
internal enum InlineReach
{
    /// <summary>The one that it stands on.</summary>
    SameLine,

    /// <summary>The one after it.</summary>
    NextLine,

    /// <summary>The one that it stands on, and the one after it when it stands alone.</summary>
    SameLineOrAlone,
}
