namespace Stanch.Detection.Assignments;

/// <summary>What the words of a name say.</summary>
/// <param name="Before">Words before the credential's.</param>
/// <param name="After">Words after it.</param>
/// <param name="IsFake">A word says that the value is not real.</param>
/// <param name="IsPublic">A word says that it is made to be published.</param>
internal readonly record struct NameReading(NameRole Role, CredentialKind Kind, int Before, int After, bool IsFake, bool IsPublic);
