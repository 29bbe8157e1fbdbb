namespace Stanch.Detection;

/// <summary>How bad a finding is if it is real.</summary>
public enum Severity
{
    Info,
    Low,
    Medium,
    High,
    Critical,
}
