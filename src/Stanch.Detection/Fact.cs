namespace Stanch.Detection;

/// <summary>What a secret says about itself without a network: an account id, an issue date, test or live mode. Never the secret or a part of it.</summary>
/// <param name="Name">camelCase, as it stands in reports: <c>accountId</c>.</param>
/// <param name="Value">Text; instants are ISO 8601 in UTC, dates <c>yyyy-MM-dd</c> or <c>yyyy-MM</c>.</param>
public sealed record Fact(string Name, string Value);
