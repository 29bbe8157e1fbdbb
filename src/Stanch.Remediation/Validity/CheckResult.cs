using Stanch.Detection;

namespace Stanch.Remediation.Validity;

/// <summary>What came of asking.</summary>
/// <param name="Validity">The answer. <see cref="Detection.Validity.NotChecked"/> means that it could not be asked.</param>
/// <param name="Reason">Why, in one sentence without the secret.</param>
/// <param name="Facts">What the provider told of the secret: account, scopes.</param>
/// <param name="Requests">Every request that was sent, without the secret: method, address, and what was answered.</param>
public sealed record CheckResult(Detection.Validity Validity, string Reason, IReadOnlyList<Fact> Facts, IReadOnlyList<string> Requests)
{
    internal static CheckResult NotCheckable(string reason) => new(Detection.Validity.NotChecked, reason, [], []);
}
