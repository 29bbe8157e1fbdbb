namespace Stanch.Detection.Scanning;

/// <summary>What a path says of its content.</summary>
[Flags]
internal enum FileRole
{
    None = 0,

    /// <summary>Program text, where a bare value is an expression.</summary>
    Code = 1,

    /// <summary>Tests, fixtures, mocks.</summary>
    Test = 2,

    /// <summary>Documentation, samples, templates of configuration.</summary>
    Example = 4,
}
