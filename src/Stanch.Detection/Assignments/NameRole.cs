namespace Stanch.Detection.Assignments;

/// <summary>What the name of an assignment says of its value.</summary>
internal enum NameRole
{
    /// <summary>It names something else: <c>token_type</c>, <c>password_field</c>.</summary>
    NotCredential,

    /// <summary>It says itself that the value is not real: <c>mock_token</c>.</summary>
    Fake,

    /// <summary>It may name a secret: <c>auth</c>, <c>key</c>.</summary>
    Weak,

    /// <summary>It names a secret: <c>db_password</c>, <c>API_KEY</c>.</summary>
    Strong,
}
