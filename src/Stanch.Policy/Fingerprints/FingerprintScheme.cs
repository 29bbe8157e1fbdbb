namespace Stanch.Policy;

/// <summary>How a fingerprint is computed. The name is its prefix; a change of method is a new name.</summary>
internal enum FingerprintScheme
{
    /// <summary><c>h1:</c> HMAC-SHA-256: for values that nobody can guess.</summary>
    H1,

    /// <summary><c>p1:</c> PBKDF2 with HMAC-SHA-256 and 100,000 rounds: for values that a list of guesses may hold.</summary>
    P1,
}
