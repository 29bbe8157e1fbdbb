namespace Stanch.Detection.Assignments;

/// <summary>Which credential a name names.</summary>
internal enum CredentialKind
{
    None,
    Password,

    /// <summary><c>pass</c>, <c>pw</c>, <c>pwd</c>: also a round, a folder, a stylesheet's prefix.</summary>
    ShortPassword,

    Secret,
    Token,
    OwnedKey,
    Authorization,
    BareKey,
    Salt,
    Other,
}
