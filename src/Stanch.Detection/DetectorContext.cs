namespace Stanch.Detection;

/// <summary>Where a detector's keyword stands.</summary>
public enum DetectorContext
{
    /// <summary>Inside the match: the format is specific by itself.</summary>
    Inside,

    /// <summary>In the name that the value is assigned to.</summary>
    Assigned,

    /// <summary>On the same line or on one of the three before.</summary>
    Near,
}
