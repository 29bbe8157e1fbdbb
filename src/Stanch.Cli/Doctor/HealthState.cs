namespace Stanch.Cli.Doctor;

/// <summary>How well something stands, from the best on.</summary>
internal enum HealthState
{
    Ok,

    /// <summary>It works, and not as well as it could.</summary>
    Warning,

    /// <summary>Something does not work.</summary>
    Problem,
}
